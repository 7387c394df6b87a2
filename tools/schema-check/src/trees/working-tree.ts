import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type FileTree, isRead } from './file-tree.ts';

/** How deep the deepest file lies: prisma/<name>/migrations/<migration>/migration.sql. */
const maxDepth = 5;
const neverEntered = new Set(['node_modules', 'src', 'test', 'generated', '.git', '.cartograph']);

/** The files on the disk, below a folder shaped like the workspace. */
export const readWorkingTree = async (root: string, label = 'the working tree'): Promise<FileTree> => {
  const folders = ['subgraphs', 'gateway', 'packages/client-examples', 'packages/events/published', 'prisma'];
  const paths = (await Promise.all(folders.map((folder) => pathsBelow(root, folder)))).flat().filter(isRead).sort();
  const read = async (path: string) => [path, await readFile(join(root, path), 'utf8')] as const;
  return { label, files: new Map(await Promise.all(paths.map(read))) };
};

const pathsBelow = async (root: string, folder: string): Promise<string[]> => {
  if (folder.split('/').length >= maxDepth) return [];
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(emptyWhenMissing);
  const below = entries.map(async (entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isFile()) return [path];
    return entry.isDirectory() && !neverEntered.has(entry.name) ? pathsBelow(root, path) : [];
  });
  return (await Promise.all(below)).flat();
};

const emptyWhenMissing = (error: NodeJS.ErrnoException): [] => {
  if (error.code === 'ENOENT') return [];
  throw error;
};

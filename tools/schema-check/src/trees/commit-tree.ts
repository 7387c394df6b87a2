import { CannotCheck } from '../complaints.ts';
import { type FileTree, isRead, readFolders } from './file-tree.ts';
import { git } from './git.ts';

/** The files as they are at a commit. */
export const readCommitTree = async (root: string, commit: string, label: string): Promise<FileTree> => {
  const listing = await git(root, ['ls-tree', '-r', '-z', '--full-tree', commit, '--', ...readFolders]);
  if (listing === null) throw new CannotCheck(`git cannot list the files of ${label}.`);
  const entries = listing.split('\0').flatMap(entryOf);
  const contents = await readBlobs(root, [...new Set(entries.map(({ blob }) => blob))]);
  return { label, files: new Map(entries.map(({ path, blob }) => [path, contents.get(blob) ?? ''])) };
};

/** `100644 blob 3f2a91c...<tab>path`. */
const entryOf = (line: string): { path: string; blob: string }[] => {
  const [, blob, path] = /^\d+ blob ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
  return blob !== undefined && path !== undefined && isRead(path) ? [{ path, blob }] : [];
};

/** Blobs are told apart by a line that no file has: the hash of what is asked for, and its size in bytes. */
const readBlobs = async (root: string, blobs: string[]): Promise<Map<string, string>> => {
  const contents = new Map<string, string>();
  if (blobs.length === 0) return contents;
  const answer = await git(root, ['cat-file', '--batch'], `${blobs.join('\n')}\n`);
  if (answer === null) throw new CannotCheck('git cannot read the files of the base.');
  let rest = Buffer.from(answer, 'utf8');
  for (const blob of blobs) {
    const endOfHead = rest.indexOf('\n');
    const size = Number(rest.subarray(0, endOfHead).toString().split(' ')[2]);
    contents.set(blob, rest.subarray(endOfHead + 1, endOfHead + 1 + size).toString());
    rest = rest.subarray(endOfHead + 1 + size + 1);
  }
  return contents;
};

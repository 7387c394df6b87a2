import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The folder of the workspace. */
export const root = join(import.meta.dirname, '../..');

/** A folder outside the workspace, shaped like it, in which a fault is planted for a guard to find. */
export interface PlantedTree extends AsyncDisposable {
  dir: string;
}

/**
 * Writes files (path -> content) into a new temporary folder, beside copies of the workspace's own files named in
 * `copied`, so that the guard judges by the real rules; `node_modules` in that list is a link. Removed on disposal.
 */
export const plantTree = async (files: Record<string, string>, copied: string[] = []): Promise<PlantedTree> => {
  const dir = await mkdtemp(join(tmpdir(), 'cartograph-planted-'));
  for (const file of copied) {
    if (file === 'node_modules') await symlink(join(root, file), join(dir, file));
    else await cp(join(root, file), join(dir, file));
  }
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), content);
  }
  return { dir, [Symbol.asyncDispose]: () => rm(dir, { recursive: true, force: true }) };
};

export interface Verdict {
  exitCode: number;
  /** Standard output alone: some guards print JSON there and advice on stderr. */
  stdout: string;
  said: string;
}

/** Runs one of the workspace's programs in a folder and waits for its verdict. */
export const runProgram = (program: string, args: string[], cwd: string): Promise<Verdict> =>
  new Promise((resolve) => {
    const options = { cwd, maxBuffer: 64 * 1024 * 1024 };
    execFile(join(root, 'node_modules/.bin', program), args, options, (error, stdout, stderr) => {
      const exitCode = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
      resolve({ exitCode, stdout, said: `${stdout}\n${stderr}` });
    });
  });

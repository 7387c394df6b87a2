import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { chmod, cp, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { PostgresBinaries } from './binaries.ts';
import { systemHome } from './cluster-home.ts';
import { canReadAndRun } from './reachable.ts';
import type { ServerAccount } from './server-account.ts';

/** The server's programs, copied once to where the account can run them if it cannot run them where they are installed. */
export async function runnableBinaries({ home, version }: PostgresBinaries, account: ServerAccount): Promise<string> {
  const programs = ['bin/postgres', 'bin/initdb', 'share', 'lib'].map((part) => join(home, part));
  for (const program of programs.slice(0, 2)) makeExecutable(program);
  if (programs.every((program) => canReadAndRun(program, account))) return home;
  const copy = join(systemHome, `postgres-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${randomBytes(4).toString('hex')}`;
  mkdirSync(systemHome, { recursive: true, mode: 0o755 });
  await cp(home, unfinished, { recursive: true, verbatimSymlinks: true });
  await openToAll(unfinished);
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

// Some package stores drop the executable bit on their way.
function makeExecutable(program: string): void {
  const { mode } = statSync(program);
  if ((mode & 0o111) !== 0o111) chmodSync(program, mode | 0o111);
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) {
      const isProgram = ((await stat(path)).mode & 0o100) !== 0;
      await chmod(path, isProgram ? 0o755 : 0o644);
    }
  }
}

import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identify, isRunning, type ProcessIdentity } from './process-identity.ts';

/** Held while a process of ours answers for a data folder. */
export type FolderLock = { release(): void };

/**
 * Takes the folder for this process. A lock whose process has died is taken over.
 * @throws Error naming the holder, when a living process holds the folder.
 */
export function lockFolder(folder: string): FolderLock {
  const path = join(folder, 'owner.json');
  const self = identify(process.pid);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      writeFileSync(path, JSON.stringify(self), { flag: 'wx' });
      return { release: () => rmSync(path, { force: true }) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      refuseIfHeld(folder, path);
      putAsideDeadLock(folder, path);
    }
  }
  throw new Error(`The data folder ${folder} is being taken by another process at this moment.`);
}

function refuseIfHeld(folder: string, path: string): void {
  const holder = readHolder(path);
  if (holder === undefined || !isRunning(holder)) return;
  throw new Error(`The data folder ${folder} is in use by process ${holder.pid}: stop that one first.`);
}

// Two starters may find the same dead lock; the slower must not throw away the lock the faster has just taken.
function putAsideDeadLock(folder: string, path: string): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  try {
    refuseIfHeld(folder, aside);
    rmSync(aside, { force: true });
  } catch (error) {
    renameSync(aside, path);
    throw error;
  }
}

function readHolder(path: string): ProcessIdentity | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as ProcessIdentity;
  } catch {
    // A half-written lock is what a kill in the middle leaves.
    return undefined;
  }
}

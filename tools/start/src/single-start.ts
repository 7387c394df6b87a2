import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart } from './check-machine.ts';

/**
 * Takes the data folder for this process, so that two starts never share one. A lock whose process is gone (a kill -9,
 * a power cut) is taken over. Returns what releases it. Throws CannotStart.
 */
export const takeFolder = (dataDir: string): (() => void) => {
  mkdirSync(dataDir, { recursive: true });
  const path = join(dataDir, 'start.lock');
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const file = openSync(path, 'wx');
      writeSync(file, identityOf(process.pid));
      closeSync(file);
      return () => rmSync(path, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      const holder = readFileSync(path, 'utf8');
      if (holder !== '' && identityOf(Number(holder.split(' ')[0])) === holder) throw alreadyRuns(dataDir, holder);
      rmSync(path, { force: true });
    }
  }
  throw alreadyRuns(dataDir, '?');
};

const alreadyRuns = (dataDir: string, holder: string) =>
  new CannotStart(
    `Cartograph already runs on ${dataDir} (process ${holder.split(' ')[0]}): stop that one, or start with --data DIR and --port N.`,
  );

/** A process number alone is given out again after a while; with its start time it names one process for good. */
const identityOf = (pid: number): string => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return `${pid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`;
  } catch {
    return isAlive(pid) ? `${pid}` : '';
  }
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

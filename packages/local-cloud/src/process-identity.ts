import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';

/** A process that outlives the reuse of its number: the pid together with when it was started. */
export type ProcessIdentity = { pid: number; startedAt: string };

/** The identity of a running process, or undefined when there is none with that number (a zombie counts as none). */
export function identify(pid: number): ProcessIdentity | undefined {
  const startedAt = process.platform === 'linux' ? linuxStartTime(pid) : psStartTime(pid);
  return startedAt === undefined ? undefined : { pid, startedAt };
}

/** Whether that very process still runs. */
export function isRunning({ pid, startedAt }: ProcessIdentity): boolean {
  return identify(pid)?.startedAt === startedAt;
}

/** Whether the process is a PostgreSQL server working in this folder; a server changes into its data folder at start. */
export function isPostmasterOf(pid: number, pgdata: string): boolean {
  if (identify(pid) === undefined) return false;
  if (process.platform === 'linux') return linkTarget(`/proc/${pid}/cwd`) === pgdata;
  return commandLine(pid).includes(pgdata);
}

function linuxStartTime(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command's name stands in brackets and may itself hold brackets and blanks: count from the last one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

function linkTarget(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

function psStartTime(pid: number): string | undefined {
  const line = ps(pid, 'lstart=');
  return line === '' ? undefined : line;
}

const commandLine = (pid: number): string => ps(pid, 'command=');

function ps(pid: number, column: string): string {
  try {
    return execFileSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

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

/** The numbers of all PostgreSQL processes that work in this folder, the server's own children among them. */
export function postgresProcessesIn(pgdata: string): number[] {
  if (process.platform === 'linux') {
    const pids = readdirSync('/proc').map(Number).filter(Number.isInteger);
    return pids.filter((pid) => isPostmasterOf(pid, pgdata));
  }
  // lsof writes a line `p<pid>` for each process, and `n<path>` below it for its working folder.
  const entries = run('lsof', ['-a', '-d', 'cwd', '-c', 'postgres', '-F', 'pn']).split(/^p/m);
  return entries.filter((entry) => entry.split('\n').includes(`n${pgdata}`)).map((entry) => Number.parseInt(entry, 10));
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

const ps = (pid: number, column: string): string => run('ps', ['-o', column, '-p', String(pid)]);

function run(command: string, words: string[]): string {
  try {
    return execFileSync(command, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return '';
  }
}

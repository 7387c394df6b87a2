import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../log.ts';
import { isPostmasterOf, postgresProcessesIn } from '../process-identity.ts';

/**
 * Stops a server whose starter was killed and that still runs in this folder, and clears a pid file that nobody stands
 * behind: PostgreSQL itself would refuse to start when another process has got that number meanwhile. The caller holds
 * the folder's lock, so no living process of ours answers for that server.
 */
export async function stopOrphan(pgdata: string, log: Log): Promise<void> {
  await stopLeftBehind(pgdata, log);
  await endSessionsOfTheDead(pgdata);
}

async function stopLeftBehind(pgdata: string, log: Log): Promise<void> {
  const pidFile = join(pgdata, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  if (Number.isInteger(pid) && pid > 1 && isPostmasterOf(pid, pgdata)) {
    log.warn({ pid, pgdata }, 'stopping a PostgreSQL that its starter left behind');
    await stopPostmaster(pid, () => isPostmasterOf(pid, pgdata));
  }
  rmSync(pidFile, { force: true });
}

/**
 * A server that was killed leaves its children behind. Most see it at once and go; one that computes does not look up, and as
 * long as it holds the shared memory no new server starts. What they had not committed is gone either way.
 */
async function endSessionsOfTheDead(pgdata: string): Promise<void> {
  for (const signal of ['SIGQUIT', 'SIGKILL'] as const) {
    for (const pid of postgresProcessesIn(pgdata)) signalIfThere(pid, signal);
    for (let waitedMs = 0; waitedMs < 5_000 && postgresProcessesIn(pgdata).length > 0; waitedMs += 20) await sleep(20);
  }
}

/** Fast shutdown (sessions are ended, a checkpoint is written); after 10 s immediate shutdown, which recovers at the next start. */
export async function stopPostmaster(pid: number, isUp: () => boolean): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!isUp()) return;
    if (!signalIfThere(pid, signal)) return;
    for (let waitedMs = 0; waitedMs < 10_000 && isUp(); waitedMs += 20) await sleep(20);
  }
}

/** False when there is no such process any more. */
function signalIfThere(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}

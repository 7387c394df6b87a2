import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { explainStartFailure } from '../explain-start-failure.ts';
import { lockFolder } from '../folder-lock.ts';
import { freePort } from '../free-port.ts';
import type { Log } from '../log.ts';
import { locatePostgres } from './binaries.ts';
import { clusterHome, reachableClusterHome, removeAbandonedClusters } from './cluster-home.ts';
import { type ClusterTools, initCluster, superuserPassword } from './init-cluster.ts';
import { stopOrphan, stopPostmaster } from './orphan.ts';
import { programEnvironment } from './run-program.ts';
import { runnableBinaries } from './runnable-binaries.ts';
import { serverAccount } from './server-account.ts';
import { settingArguments } from './settings.ts';

export type PostgresOptions = {
  /** A folder of our own; made if missing. It holds the cluster, or as root the name of the folder that does. */
  dataDir: string;
  /** On 127.0.0.1; 0 takes a free one. */
  port: number;
  log: Log;
};

export type RunningPostgres = {
  port: number;
  pid: number;
  /** Connects as the superuser `postgres` to the database `postgres`; a secret. */
  superuserUrl: string;
  /** Settles when the server has ended, for whatever reason. */
  ended: Promise<void>;
  /** Ends all sessions, writes a checkpoint and waits until the server is gone. May be called again. */
  stop(): Promise<void>;
};

/**
 * Starts the embedded PostgreSQL on the data folder, making the cluster first if there is none. What a kill -9 left
 * behind (half a cluster, a stale pid file, a running server) is cleared first.
 * @throws Error saying what is wrong and its cure: the folder is in use, the port is taken, no account to run as.
 */
export async function startPostgres({ dataDir, port, log }: PostgresOptions): Promise<RunningPostgres> {
  try {
    mkdirSync(dataDir, { recursive: true });
    return await startLocked(realpathSync(dataDir), port, log);
  } catch (error) {
    throw explainStartFailure(error, { what: 'PostgreSQL', dataDir, ports: String(port) });
  }
}

async function startLocked(dataDir: string, port: number, log: Log): Promise<RunningPostgres> {
  const lock = lockFolder(dataDir);
  try {
    removeAbandonedClusters();
    const account = serverAccount(clusterHome(dataDir));
    const home = reachableClusterHome(dataDir, account);
    const tools = { account, binaries: await runnableBinaries(locatePostgres(), account) };
    await initCluster(home, tools);
    await stopOrphan(join(home, 'pgdata'), log);
    const server = await launch(home, { port, tools, log });
    void server.ended.then(() => lock.release());
    return server;
  } catch (error) {
    lock.release();
    throw error;
  }
}

type Launch = { port: number; tools: ClusterTools; log: Log };

async function launch(home: string, { port: wantedPort, tools, log }: Launch): Promise<RunningPostgres> {
  const port = wantedPort === 0 ? await freePort() : wantedPort;
  const pgdata = join(home, 'pgdata');
  const child = spawn(join(tools.binaries, 'bin/postgres'), ['-D', pgdata, ...settingArguments(port)], {
    ...tools.account,
    // A Ctrl-C in the terminal goes to the whole process group: the server must outlive those who drain into it.
    detached: true,
    cwd: dirname(home),
    stdio: ['ignore', 'ignore', 'pipe'],
    env: programEnvironment,
  });
  let hasEnded = false;
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      hasEnded = true;
      resolve();
    });
  });
  const lastWords = collectLog(child, log);
  await untilReady(child, { pgdata, lastWords, hasEnded: () => hasEnded });
  const pid = child.pid as number;
  const stop = async () => {
    await stopPostmaster(pid, () => !hasEnded);
    await ended;
  };
  const superuserUrl = `postgres://postgres:${superuserPassword(home)}@127.0.0.1:${port}/postgres`;
  return { port, pid, superuserUrl, ended, stop };
}

function collectLog(child: ChildProcess, log: Log): () => string {
  let lastWords = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    lastWords = (lastWords + text).slice(-2_000);
    for (const line of text.split('\n')) {
      if (/ (ERROR|WARNING|FATAL|PANIC): /.test(line)) log.warn({ part: 'postgres' }, line);
    }
  });
  child.once('error', (error) => {
    lastWords += error.message;
  });
  return () => lastWords;
}

type Readiness = { pgdata: string; lastWords: () => string; hasEnded: () => boolean };

/** The server writes its state into the eighth line of postmaster.pid: pg_ctl waits for that word too. */
async function untilReady(child: ChildProcess, { pgdata, lastWords, hasEnded }: Readiness): Promise<void> {
  for (let waitedMs = 0; waitedMs < 120_000; waitedMs += 10) {
    if (hasEnded() || child.pid === undefined) {
      await sleep(20);
      throw new Error(`PostgreSQL did not start: ${lastWords().trim() || 'it said nothing'}`);
    }
    if (postmasterState(pgdata, child.pid) === 'ready') return;
    await sleep(10);
  }
  await stopPostmaster(child.pid as number, () => !hasEnded());
  throw new Error(`PostgreSQL was not ready after 120 s: ${lastWords().trim()}`);
}

function postmasterState(pgdata: string, pid: number): string | undefined {
  try {
    const lines = readFileSync(join(pgdata, 'postmaster.pid'), 'utf8').split('\n');
    return Number(lines[0]) === pid ? lines[7]?.trim() : undefined;
  } catch {
    return undefined;
  }
}

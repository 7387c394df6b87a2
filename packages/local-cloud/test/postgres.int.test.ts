import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ensureDatabases, type RunningPostgres, silentLog, startPostgres } from '../src/index.ts';
import { clusterHome, removeAbandonedClusters } from '../src/postgres/cluster-home.ts';
import { identify } from '../src/process-identity.ts';

let folder: string;
let running: RunningPostgres[];
beforeEach(() => {
  // Closed to every other account, as root's home is: the server has to cope.
  folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  running = [];
});
afterEach(async () => {
  await Promise.all(running.map((server) => server.stop()));
  rmSync(folder, { recursive: true });
  removeAbandonedClusters();
});

async function start(port = 0): Promise<RunningPostgres> {
  const server = await startPostgres({ dataDir: join(folder, 'data'), port, log: silentLog });
  running.push(server);
  return server;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.query({ text: sql, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
}

const shop = { name: 'shop', role: 'shop_owner', password: "it's / a @ secret" };
const bank = { name: 'bank', role: 'bank_owner', password: 'another' };

/** Starts the server in a process of its own and kills that process, so that the server is left behind. */
async function leaveBehind(): Promise<{ pid: number; url: string }> {
  const entry = new URL('./leave-postgres-behind.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [entry, join(folder, 'data')], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
  return JSON.parse(line.toString()) as { pid: number; url: string };
}

describe('the embedded PostgreSQL', () => {
  it('makes databases that only their own role can enter, and may do so again', async () => {
    const server = await start();
    await ensureDatabases(server.superuserUrl, [shop, bank]);
    const urls = await ensureDatabases(server.superuserUrl, [shop, bank]);
    const shopUrl = urls['shop'] ?? '';
    await query(shopUrl, 'CREATE TABLE lines (id int)');
    expect(await query(shopUrl, 'SELECT current_user::text')).toEqual(['shop_owner']);
    for (const other of ['bank', 'postgres', 'template1']) {
      await expect(query(shopUrl.replace(/shop$/, other), 'SELECT 1')).rejects.toThrow(
        'permission denied for database',
      );
    }
    const withoutPassword = shopUrl.replace(/:[^:@]*@/, ':wrong@');
    await expect(query(withoutPassword, 'SELECT 1')).rejects.toThrow('password authentication failed');
  });

  it('lets a role make the extensions that Prisma schemas ask for', async () => {
    const server = await start();
    const urls = await ensureDatabases(server.superuserUrl, [shop]);
    await query(urls['shop'] ?? '', 'CREATE EXTENSION pg_trgm');
    expect(await query(urls['shop'] ?? '', "SELECT similarity('a', 'a')")).toEqual([1]);
  });

  it('keeps what was committed when it is killed', async () => {
    const server = await start();
    await query(server.superuserUrl, 'CREATE TABLE kept AS SELECT 42 AS answer');
    process.kill(server.pid, 'SIGKILL');
    await server.ended;
    const next = await start();
    expect(await query(next.superuserUrl, 'SELECT answer FROM kept')).toEqual([42]);
  });

  it('starts at once after a kill although sessions of the dead server are still at work', async () => {
    const server = await start();
    const client = new pg.Client({ connectionString: server.superuserUrl });
    client.on('error', () => {});
    await client.connect();
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    // A session that computes does not notice that its server died, and holds on to the shared memory.
    const computing = client.query('SELECT sum(n) FROM generate_series(1, 1000000000) AS n').catch(() => undefined);
    await query(server.superuserUrl, 'CREATE TABLE kept AS SELECT 42 AS answer');
    process.kill(server.pid, 'SIGKILL');
    await server.ended;
    expect(identify(rows[0]?.pid ?? 0)).toBeDefined();
    const next = await start();
    expect(await query(next.superuserUrl, 'SELECT answer FROM kept')).toEqual([42]);
    expect(identify(rows[0]?.pid ?? 0)).toBeUndefined();
    await computing;
  });

  it('takes the place of a server whose starter was killed', async () => {
    const left = await leaveBehind();
    expect(await query(left.url, 'SELECT 1')).toEqual([1]);
    const next = await start();
    expect(next.pid).not.toBe(left.pid);
    await expect(query(left.url, 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
    expect(await query(next.superuserUrl, 'SELECT n FROM left_behind')).toEqual([7]);
  });

  it('is not kept from starting by a pid file whose number now belongs to another process', async () => {
    await (await start()).stop();
    writeFileSync(join(clusterHome(join(folder, 'data')), 'pgdata/postmaster.pid'), `${process.pid}\n`);
    expect(await query((await start()).superuserUrl, 'SELECT 1')).toEqual([1]);
  });

  it('starts over after a first start that was killed half-way', async () => {
    await (await start()).stop();
    const home = clusterHome(join(folder, 'data'));
    rmSync(home, { recursive: true });
    mkdirSync(join(`${home}.unfinished-1234`, 'pgdata'), { recursive: true });
    expect(await query((await start()).superuserUrl, 'SELECT 1')).toEqual([1]);
    expect(readdirSync(join(home, '..')).filter((name) => name.includes('unfinished'))).toEqual([]);
  });

  it('refuses a folder whose server is in use, and leaves that server alone', async () => {
    const server = await start();
    await expect(start()).rejects.toThrow(`in use by process ${process.pid}`);
    expect(await query(server.superuserUrl, 'SELECT 1')).toEqual([1]);
  });

  it('says so when its port is taken, and gives the folder free', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    await expect(start(port)).rejects.toThrow(`port ${port}: another program does`);
    other.close();
    expect((await start(port)).port).toBe(port);
  });

  it('ends when told to although sessions are open, and leaves no lock', async () => {
    const server = await start();
    const client = new pg.Client({ connectionString: server.superuserUrl });
    client.on('error', () => {});
    await client.connect();
    await server.stop();
    expect(existsSync(join(folder, 'data/owner.json'))).toBe(false);
    await expect(query(server.superuserUrl, 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
  });

  it('is set to be durable and small', async () => {
    const { superuserUrl } = await start();
    const names = ['fsync', 'synchronous_commit', 'shared_buffers', 'max_connections', 'listen_addresses'];
    const shown = await Promise.all(names.map((name) => query(superuserUrl, `SHOW ${name}`)));
    expect(shown.flat()).toEqual(['on', 'on', '64MB', '120', '127.0.0.1']);
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { silentLog, startPostgres } from '@cartograph/local-cloud';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { done } from '../src/reactions.ts';
import type { AnyReaction } from '../src/take-in.ts';
import type { Transaction, UnitOfWork } from '../src/transaction.ts';
import { createUnitOfWork } from '../src/unit-of-work.ts';
import { delivered } from './support/delivered-event.ts';
import { eventually } from './support/eventually.ts';
import { type OpenOutbox, openOutbox } from './support/open-outbox.ts';
import { openPrisma } from './support/open-prisma.ts';
import { type OpenWayIn, openWayIn } from './support/open-way-in.ts';

type Delivered = { eventId: string; aggregateId: string };

let database: OpenOutbox;
let wayIn: OpenWayIn;
let consumers: { stop: () => Promise<void> }[] = [];

beforeAll(async () => {
  [database, wayIn] = await Promise.all([openOutbox('order'), openWayIn()]);
  await database.pool.query('CREATE TABLE effect (aggregate_id text)');
});
afterAll(async () => {
  await wayIn.close();
  await database.close();
});
beforeEach(async () => {
  await database.pool.query('TRUNCATE effect; TRUNCATE inbox_event');
  await wayIn.forget();
});
afterEach(async () => {
  await Promise.all(consumers.map((consumer) => consumer.stop()));
  consumers = [];
});

type Options = Parameters<OpenWayIn['start']>[2] & { unitOfWork?: UnitOfWork };
const start = (reaction: AnyReaction, { unitOfWork = database.unitOfWork, ...options }: Options = {}) => {
  const consumer = wayIn.start(unitOfWork, reaction, options);
  consumers.push(consumer);
  return consumer;
};
const note = async (tx: Transaction, { aggregateId }: Delivered) => {
  await tx.db.$executeRawUnsafe('INSERT INTO effect VALUES ($1)', aggregateId);
  return done;
};
const effects = async () => (await database.rows('SELECT 1 FROM effect')).length;
const isDrained = async () => {
  const { waiting, inFlight } = await wayIn.depth();
  return waiting + inFlight === 0;
};
const events = (count: number) => Array.from({ length: count }, (_, at) => delivered(`e-${at}`));

describe('a slow reaction', () => {
  it('keeps its event to itself for longer than the visibility time-out', async () => {
    const slowly: AnyReaction = async (tx, event: Delivered) => {
      await delay(4_500);
      return note(tx, event);
    };
    // With one place, which is taken, it receives nothing itself: what became visible again, a rival would get.
    start(slowly, { visibilityTimeoutSeconds: 2, concurrency: 1 });
    await wayIn.send(delivered('slow'));
    await eventually(async () => (await wayIn.depth()).inFlight === 1);
    await delay(2_300);
    expect(await wayIn.steal()).toEqual([]);
    await delay(1_500);
    expect(await wayIn.steal()).toEqual([]);
    await eventually(isDrained);
    expect(await effects()).toBe(1);
  });

  it('keeps nobody else waiting', async () => {
    let isSlow = true;
    start(async (tx, event: Delivered) => {
      while (event.aggregateId === 'slow' && isSlow) await delay(10);
      return note(tx, event);
    });
    await wayIn.send(delivered('slow'), ...events(60));
    expect(await eventually(async () => (await effects()) === 60)).toBeLessThan(3_000);
    isSlow = false;
    await eventually(isDrained);
  });

  it('is not begun more often at once than the setting allows, and no more is received than can soon be worked on', async () => {
    let running = 0;
    let most = 0;
    let isHeld = true;
    start(
      async (tx, event: Delivered) => {
        most = Math.max(most, ++running);
        while (isHeld) await delay(10);
        running -= 1;
        return note(tx, event);
      },
      { concurrency: 3 },
    );
    await wayIn.send(...events(60));
    await delay(500);
    expect(most).toBe(3);
    expect((await wayIn.depth()).inFlight).toBeLessThanOrEqual(12);
    isHeld = false;
    await eventually(isDrained);
    expect(most).toBe(3);
  });
});

describe('a consumer that is stopped', () => {
  it('finishes what it holds, deletes it, and leaves the rest to others', async () => {
    const { stop } = start(
      async (tx, event: Delivered) => {
        await delay(200);
        return note(tx, event);
      },
      { concurrency: 4 },
    );
    await wayIn.send(...events(60));
    await eventually(async () => (await effects()) > 0);
    await stop();
    const { waiting, inFlight } = await wayIn.depth();
    expect(inFlight).toBe(0);
    expect(await effects()).toBe(60 - waiting);
    expect(waiting).toBeGreaterThan(30);
    await delay(300);
    expect(await effects()).toBe(60 - waiting);
  });

  it('ends soon when it only waits', async () => {
    const { stop } = start(note);
    await delay(200);
    const begun = performance.now();
    await stop();
    expect(performance.now() - begun).toBeLessThan(2_000);
  });

  it('swallows no event that arrives while it stops', async () => {
    for (let turn = 0; turn < 10; turn += 1) {
      const { stop } = start(note);
      await delay(20);
      await Promise.all([wayIn.send(delivered('a')), stop()]);
    }
    start(note);
    await eventually(isDrained, 3_000);
    expect(await effects()).toBe(10);
  });
});

describe('a queue that is away', () => {
  it('is asked again soon, not in a busy loop, and what was done meanwhile is done once', async () => {
    let isAway = false;
    wayIn.setMood(async (_, forward) => (isAway ? null : forward()));
    start(note, { sqs: wayIn.tapped, visibilityTimeoutSeconds: 2 });
    await wayIn.send(...events(20));
    await eventually(async () => (await effects()) > 0);
    isAway = true;
    const asked = wayIn.requests.length;
    await delay(2_000);
    expect(wayIn.requests.length - asked).toBeLessThan(80);
    isAway = false;
    await eventually(isDrained);
    expect(await effects()).toBe(20);
  });
});

/** A server of its own, that a test may stop and start again. */
const openOwnDatabase = async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'cartograph-away-'));
  const options = { dataDir, port: 0, log: silentLog };
  let server = await startPostgres(options);
  const { port } = new URL(server.superuserUrl);
  const pool = new pg.Pool({ connectionString: server.superuserUrl, connectionTimeoutMillis: 5_000 });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  await pool.query('CREATE TABLE effect (aggregate_id text)');
  await pool.query(
    'CREATE TABLE inbox_event (event_id uuid PRIMARY KEY, name text, aggregate_id text, aggregate_version int)',
  );
  const prisma = await openPrisma(pool);
  return {
    unitOfWork: createUnitOfWork({ transactions: prisma, onCommitted: () => undefined }),
    effects: async () => (await pool.query('SELECT 1 FROM effect')).rows.length,
    stopServer: () => server.stop(),
    startServer: async () => {
      server = await startPostgres({ ...options, port: Number(port) });
    },
    close: async () => {
      await prisma.$disconnect();
      await pool.end();
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};

describe('the database', () => {
  it('may be away for longer than an event may be received: none becomes a dead letter', {
    timeout: 60_000,
  }, async () => {
    const own = await openOwnDatabase();
    onTestFinished(own.close);
    const slowly: AnyReaction = async (tx, event: Delivered) => {
      await delay(20);
      return note(tx, event);
    };
    const { unitOfWork } = own;
    const { lines, stop } = start(slowly, { unitOfWork, maxReceives: 2, visibilityTimeoutSeconds: 3 });
    onTestFinished(stop);
    await wayIn.send(...events(100));
    await eventually(async () => (await own.effects()) > 10);
    await own.stopServer();
    await delay(7_000);
    await own.startServer();
    await eventually(isDrained, 20_000);
    expect(await own.effects()).toBe(100);
    expect(await wayIn.deadLetters()).toEqual([]);
    expect(lines.some(({ msg }) => msg === 'the database is away, events wait for it')).toBe(true);
    expect(lines.filter(({ msg }) => msg === 'an event could not be taken in')).toEqual([]);
  });
});

import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { appendEvent } from '../src/append-event.ts';
import { type Relay, startRelay } from '../src/relay.ts';
import { eventually } from './support/eventually.ts';
import { factOf, type OpenOutbox, openOutbox } from './support/open-outbox.ts';
import { openWatchedBus, versionsOf, type WatchedBus } from './support/watched-bus.ts';
import { watchedLog } from './support/watched-log.ts';

let outbox: OpenOutbox;
let bus: WatchedBus;
let relays: Relay[] = [];
const wakeAll = () => {
  for (const relay of relays) relay.wake();
};

beforeAll(async () => {
  outbox = await openOutbox('product', wakeAll);
  bus = await openWatchedBus();
  await outbox.pool.query('CREATE TABLE aggregate (id text PRIMARY KEY, version int NOT NULL)');
});
afterAll(async () => {
  await bus.close();
  await outbox.close();
});
beforeEach(async () => {
  await outbox.pool.query('TRUNCATE outbox_event; TRUNCATE aggregate');
  bus.forget();
});
afterEach(async () => {
  await Promise.all(relays.map((relay) => relay.stop()));
  relays = [];
});

const start = (pollIntervalMs = 1_000) => {
  const relay = startRelay({ ...bus.bus, pool: outbox.pool, logger: watchedLog().logger, pollIntervalMs });
  relays.push(relay);
  return relay;
};
const isEmpty = async () => (await outbox.rows('SELECT 1 FROM outbox_event WHERE sent_at IS NULL')).length === 0;

/** Writes the aggregate first, as use cases do, waits a little, and now and then rolls back. */
const change = (id: string) =>
  outbox
    .run(async (tx) => {
      const [row] = await tx.db.$queryRawUnsafe<{ version: number }[]>(
        'UPDATE aggregate SET version = version + 1 WHERE id = $1 RETURNING version',
        id,
      );
      await appendEvent(tx, factOf(id, row?.version ?? -1));
      await delay(Math.random() * 4);
      if (Math.random() < 0.2) throw new Error('changed its mind');
    })
    .catch((error: Error) => expect(error.message).toBe('changed its mind'));

describe('the relay', () => {
  it('sends the events of each aggregate in order and once, with three relays at once and commits in any order', async () => {
    const ids = Array.from({ length: 8 }, (_, at) => `aggregate-${at}`);
    for (const id of ids) await outbox.pool.query('INSERT INTO aggregate VALUES ($1, 0)', [id]);
    for (const _ of [1, 2, 3]) start(20);
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        for (let turn = 0; turn < 40; turn += 1) await change(ids[Math.floor(Math.random() * ids.length)] ?? '');
      }),
    );
    await eventually(isEmpty);
    const versions = await outbox.rows<{ id: string; version: number }>('SELECT id, version FROM aggregate');
    for (const { id, version } of versions) {
      expect(versionsOf(bus.accepted, id)).toEqual(Array.from({ length: version }, (_, at) => at + 1));
    }
    expect(bus.accepted.length).toBeGreaterThan(200);
  });

  it('shares a backlog among three relays and sends nothing twice', async () => {
    await Promise.all(Array.from({ length: 400 }, (_, at) => outbox.append(`backlog-${at}`, 1)));
    for (const _ of [1, 2, 3]) start();
    await eventually(isEmpty);
    expect(bus.accepted).toHaveLength(400);
    expect(new Set(bus.accepted.map((entry) => entry.eventId)).size).toBe(400);
  });

  it('never has two events of one aggregate on their way at once', async () => {
    await outbox.append('busy', 1, 2, 3, 4, 5);
    await outbox.append('other', 1);
    start();
    await eventually(isEmpty);
    for (const entries of bus.requests) expect(versionsOf(entries, 'busy').length).toBeLessThanOrEqual(1);
    expect(versionsOf(bus.accepted, 'busy')).toEqual([1, 2, 3, 4, 5]);
  });

  it('is woken by a commit and does not wait for its next look', async () => {
    start(60_000);
    await delay(100);
    const times: number[] = [];
    for (let version = 1; version <= 20; version += 1) {
      await outbox.append('woken', version);
      const committed = Date.now();
      await eventually(() => bus.accepted.length === version);
      times.push((bus.accepted.at(-1)?.at ?? 0) - committed);
    }
    expect(times.toSorted((a, b) => a - b)[10]).toBeLessThan(30);
  });

  it('finds by looking what nobody woke it for', async () => {
    start(50);
    await delay(100);
    await outbox.pool.query(
      `INSERT INTO outbox_event (event_id, name, schema_version, aggregate_id, aggregate_version, correlation_id, actor, data, occurred_at)
       VALUES (gen_random_uuid(), 'StockReserved', 1, 'left-behind', 1, 'c', '{"kind":"SYSTEM","id":null}', '{}', now())`,
    );
    expect(await eventually(isEmpty)).toBeLessThan(1_000);
    expect(versionsOf(bus.accepted, 'left-behind')).toEqual([1]);
  });

  it('holds no connection of the pool while the bus takes its time', async () => {
    let isAsked = false;
    bus.mood = async (_, forward) => {
      isAsked = true;
      await delay(300);
      return forward();
    };
    await outbox.append('slow', 1);
    start();
    await eventually(() => isAsked);
    expect(outbox.pool.totalCount - outbox.pool.idleCount).toBe(0);
    await eventually(isEmpty);
  });

  it('finishes what is in hand when it is stopped, and marks it', async () => {
    let isAsked = false;
    bus.mood = async (_, forward) => {
      isAsked = true;
      await delay(200);
      return forward();
    };
    await outbox.append('last', 1);
    const relay = start();
    await eventually(() => isAsked);
    await relay.stop();
    expect(bus.accepted).toHaveLength(1);
    expect(await isEmpty()).toBe(true);
  });

  it('goes on by itself when its connection was killed, and the locks of the killed one are free', async () => {
    start(50);
    await outbox.append('before', 1);
    await eventually(isEmpty);
    await outbox.pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND query NOT ILIKE '%pg_terminate%'`,
    );
    await outbox.append('after', 1).catch(() => outbox.append('after', 1));
    expect(await eventually(() => versionsOf(bus.accepted, 'after').length > 0)).toBeLessThan(3_000);
  });
});

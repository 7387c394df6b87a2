import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readOutboxStatus } from '../src/outbox-status.ts';
import { type Relay, startRelay } from '../src/relay.ts';
import { releaseParked } from '../src/release-parked.ts';
import { eventually } from './support/eventually.ts';
import { type OpenOutbox, openOutbox } from './support/open-outbox.ts';
import {
  cutTheLine,
  failWith,
  isFine,
  type Mood,
  openWatchedBus,
  refuseEntries,
  versionsOf,
  type WatchedBus,
} from './support/watched-bus.ts';
import { watchedLog } from './support/watched-log.ts';

let outbox: OpenOutbox;
let bus: WatchedBus;
let relay: Relay | undefined;
let log: ReturnType<typeof watchedLog>;

beforeAll(async () => {
  outbox = await openOutbox('product', () => relay?.wake());
  bus = await openWatchedBus();
});
afterAll(async () => {
  await bus.close();
  await outbox.close();
});
beforeEach(async () => {
  await outbox.pool.query('TRUNCATE outbox_event');
  bus.forget();
  log = watchedLog();
});
afterEach(async () => {
  await relay?.stop();
  relay = undefined;
});

const start = () => {
  relay = startRelay({ ...bus.bus, pool: outbox.pool, logger: log.logger, pollIntervalMs: 200 });
};
const isEmpty = async () =>
  (await outbox.rows('SELECT 1 FROM outbox_event WHERE sent_at IS NULL AND parked_at IS NULL')).length === 0;
const isParked = async () => (await readOutboxStatus(outbox.pool)).parked > 0;

describe('a partly failed request', () => {
  it('sends again only the three of ten that were refused, and holds back what follows them', async () => {
    for (let at = 0; at < 10; at += 1) await outbox.append(`a-${at}`, 1, 2);
    const isUnlucky = ({ aggregateId }: { aggregateId: string }) => ['a-2', 'a-5', 'a-7'].includes(aggregateId);
    let refusals = 0;
    bus.mood = (entries, forward) => {
      if (refusals >= 1) return forward();
      refusals += 1;
      return refuseEntries(isUnlucky, 'InternalFailure')(entries, forward);
    };
    start();
    await eventually(isEmpty);
    const [first = [], second = [], ...later] = bus.requests;
    expect(first).toHaveLength(10);
    expect(second.map((entry) => entry.aggregateId)).toEqual(['a-0', 'a-1', 'a-3', 'a-4', 'a-6', 'a-8', 'a-9']);
    expect(later.flat().every(isUnlucky)).toBe(true);
    for (let at = 0; at < 10; at += 1) expect(versionsOf(bus.accepted, `a-${at}`)).toEqual([1, 2]);
  });
});

const faults: [name: string, mood: Mood][] = [
  ['throttles whole requests', failWith(400, 'ThrottlingException')],
  ['throttles every entry', refuseEntries(() => true, 'ThrottlingException')],
  ['lets us send nothing at present', refuseEntries(() => true, 'NotAuthorizedForSourceException')],
  ['answers 500', failWith(500, 'InternalException')],
  ['cuts the line', cutTheLine],
  ['does not know us', failWith(403, 'AccessDeniedException')],
];

describe('an outage', () => {
  it.each(faults)('in which the bus %s loses nothing, keeps the order and is over soon after', async (_, mood) => {
    bus.mood = mood;
    start();
    for (let at = 0; at < 30; at += 1) await outbox.append(`a-${at % 10}`, at);
    await delay(1_500);
    const asked = bus.requests.length;
    expect(bus.accepted).toHaveLength(0);
    expect(asked).toBeLessThan(60);
    bus.mood = isFine;
    expect(await eventually(isEmpty)).toBeLessThan(5_500);
    for (let at = 0; at < 10; at += 1) expect(versionsOf(bus.accepted, `a-${at}`)).toEqual([at, at + 10, at + 20]);
    expect(await isParked()).toBe(false);
  });

  it('that takes the answers but not the events sends some twice and still none before an earlier one', async () => {
    let isDeaf = true;
    bus.mood = async (_, forward) => {
      const answer = await forward();
      return isDeaf ? null : answer;
    };
    start();
    await outbox.append('a', 1, 2, 3);
    await delay(500);
    isDeaf = false;
    await eventually(isEmpty);
    expect(versionsOf(bus.accepted, 'a')).toEqual([1, 2, 3]);
    expect(versionsOf(bus.requests.flat(), 'a').slice(0, -3)).toEqual(bus.requests.slice(0, -3).map(() => 1));
  });

  it('in which requests hang ends each of them after 5 s', { timeout: 20_000 }, async () => {
    bus.mood = () => new Promise(() => undefined);
    await outbox.append('a', 1);
    start();
    await eventually(() => bus.requests.length > 0);
    await delay(100);
    bus.mood = isFine;
    const tookMs = await eventually(isEmpty);
    expect(tookMs).toBeGreaterThan(4_000);
    expect(tookMs).toBeLessThan(8_000);
  });

  it('is asked rarely, however often the subgraph commits meanwhile', async () => {
    bus.mood = failWith(500, 'InternalException');
    start();
    const until = Date.now() + 2_000;
    while (Date.now() < until) await outbox.append(`a-${Math.random()}`, 1);
    expect(bus.requests.length).toBeLessThan(15);
  });
});

describe('an event the bus can never take', () => {
  const isPoisoned = ({ aggregateId, aggregateVersion }: { aggregateId: string; aggregateVersion: number }) =>
    aggregateId === 'poisoned' && aggregateVersion === 1;

  it.each(['MalformedDetail', 'InvalidArgument'])(
    '(%s) is parked with an error in the log, and the rest goes on',
    async (code) => {
      bus.mood = refuseEntries(isPoisoned, code);
      await outbox.append('poisoned', 1, 2);
      await outbox.append('good', 1);
      start();
      await eventually(() => versionsOf(bus.accepted, 'good').length === 1, 1_000);
      expect(versionsOf(bus.accepted, 'poisoned')).toEqual([]);
      await eventually(isEmpty);
      expect(versionsOf(bus.accepted, 'poisoned')).toEqual([2]);
      const [parked] = await outbox.rows('SELECT attempts, last_error FROM outbox_event WHERE parked_at IS NOT NULL');
      expect(parked).toEqual({ attempts: 5, last_error: `${code}: refused by the test` });
      expect(log.lines.filter(({ level }) => level === 'error')).toMatchObject([{ event: 'StockReserved' }]);
    },
  );

  it('is sent when it is released', async () => {
    bus.mood = refuseEntries(isPoisoned, 'MalformedDetail');
    await outbox.append('poisoned', 1);
    start();
    await eventually(isParked);
    bus.mood = isFine;
    const { parkedEvents } = await readOutboxStatus(outbox.pool);
    const eventIds = parkedEvents.map((event) => event.eventId);
    expect(await releaseParked(outbox.pool, eventIds)).toBe(1);
    expect(await releaseParked(outbox.pool, eventIds)).toBe(0);
    await eventually(isEmpty);
    expect(versionsOf(bus.accepted, 'poisoned')).toEqual([1]);
  });

  it('and that fails whole requests is found by sending them one by one', async () => {
    bus.mood = async (entries, forward) =>
      entries.some(isPoisoned) ? failWith(400, 'ValidationException')(entries, forward) : forward();
    await outbox.append('poisoned', 1);
    for (let at = 0; at < 9; at += 1) await outbox.append(`good-${at}`, 1);
    start();
    await eventually(() => bus.accepted.length === 9, 2_000);
    await eventually(isEmpty);
    expect((await readOutboxStatus(outbox.pool)).parkedEvents).toMatchObject([
      { lastError: expect.stringContaining('ValidationException') },
    ]);
  });

  it('because a person must give a permission first waits for minutes before it is parked', async () => {
    bus.mood = refuseEntries(isPoisoned, 'NotAuthorizedForSourceException');
    await outbox.append('poisoned', 1);
    start();
    await eventually(async () => (await outbox.rows('SELECT 1 FROM outbox_event WHERE attempts >= 6')).length === 1);
    expect(await isParked()).toBe(false);
    await outbox.pool.query('UPDATE outbox_event SET attempts = 199, next_attempt_at = now()');
    await eventually(isParked);
  });

  it('because this release has no contract for it keeps nothing else from being sent', async () => {
    await outbox.append('unknown', 1);
    await outbox.pool.query("UPDATE outbox_event SET name = 'FromTheFuture'");
    await outbox.append('good', 1);
    start();
    await eventually(() => versionsOf(bus.accepted, 'good').length === 1, 1_000);
    await eventually(
      async () => (await outbox.rows("SELECT 1 FROM outbox_event WHERE last_error LIKE 'no contract%'")).length === 1,
    );
    expect(await isParked()).toBe(false);
  });
});

describe('a backlog', () => {
  it('of thousands that all wait for a later attempt does not hide what came after it, and is sent soon when it may', async () => {
    await outbox.pool.query(
      `INSERT INTO outbox_event (event_id, name, schema_version, aggregate_id, aggregate_version, correlation_id, actor, data, occurred_at, attempts, next_attempt_at)
       SELECT uuidv7(), 'StockReserved', 1, 'a-' || n / 2, n, 'c', '{"kind":"SYSTEM","id":null}', '{}', now(), 1, now() + interval '9 seconds'
       FROM generate_series(0, 4999) AS n`,
    );
    start();
    await outbox.append('later', 1);
    expect(await eventually(() => bus.accepted.length === 1)).toBeLessThan(1_000);
    expect(versionsOf(bus.accepted, 'later')).toEqual([1]);
    await outbox.pool.query('UPDATE outbox_event SET next_attempt_at = now()');
    expect(await eventually(isEmpty, 20_000)).toBeLessThan(15_000);
    expect(bus.accepted).toHaveLength(5_001);
    for (let at = 0; at < 2_500; at += 1) expect(versionsOf(bus.accepted, `a-${at}`)).toEqual([2 * at, 2 * at + 1]);
  });
});

describe('an aggregate that is stuck', () => {
  it('keeps no other waiting, also when thousands of its events wait behind the first', async () => {
    bus.mood = refuseEntries(({ aggregateId }) => aggregateId === 'stuck', 'InternalFailure');
    await outbox.append('stuck', ...Array.from({ length: 1_500 }, (_, at) => at));
    start();
    await delay(500);
    for (let at = 0; at < 20; at += 1) {
      await outbox.append(`free-${at}`, 1);
      await eventually(() => versionsOf(bus.accepted, `free-${at}`).length === 1, 500);
    }
    expect(versionsOf(bus.requests.flat(), 'stuck').every((version) => version === 0)).toBe(true);
  });
});

import { installJumpingClock, type JumpingClock } from '@cartograph/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startRelay } from '../src/relay.ts';
import { startRowSweeper } from '../src/row-sweeper.ts';
import { sweepOldRows } from '../src/sweep-old-rows.ts';
import { eventually } from './support/eventually.ts';
import { type OpenOutbox, openOutbox } from './support/open-outbox.ts';
import { isFine, openWatchedBus, refuseEntries } from './support/watched-bus.ts';
import { watchedLog } from './support/watched-log.ts';

const days = 86_400;
const keep = { sentEvents: 7 * days, inboxRows: 30 * days, idempotencyKeys: 30 * days };
const { logger } = watchedLog();

let outbox: OpenOutbox;
let clock: JumpingClock;
let bus: Awaited<ReturnType<typeof openWatchedBus>>;
let running: { stop: () => Promise<void> }[] = [];

beforeAll(async () => {
  outbox = await openOutbox('order');
  clock = await installJumpingClock(outbox.url);
});
beforeEach(async () => {
  bus = await openWatchedBus();
});
afterEach(async () => {
  await Promise.all(running.map((one) => one.stop()));
  running = [];
  await bus.close();
  await outbox.pool.query('TRUNCATE outbox_event');
});
afterAll(async () => {
  await clock.close();
  await outbox.close();
});

describe('the clock of these tests', () => {
  it('waits for a session that is just ending, and is refused while one stays: that would keep the old clock', async () => {
    const other = await openOutbox('order');
    const session = await other.pool.connect();
    await session.query('SELECT 1');
    await expect(installJumpingClock(other.url, { patienceMs: 50 })).rejects.toThrow('before anything else connects');
    setTimeout(() => session.release(true), 100);
    const installed = await installJumpingClock(other.url);
    await installed.jump(60);
    const { rows } = await other.pool.query('SELECT clock_timestamp() > pg_catalog.clock_timestamp() AS ahead');
    expect(rows).toEqual([{ ahead: true }]);
    await installed.close();
    await other.close();
  });
});

const startRelays = (count: number) => {
  const options = { ...bus.bus, pool: outbox.pool, logger, pollIntervalMs: 50 };
  running.push(...Array.from({ length: count }, () => startRelay(options)));
};
const left = async () => (await outbox.rows('SELECT 1 FROM outbox_event')).length;

describe('when the clock of the database jumps', () => {
  it('forward, three sweepers delete what is past its age then, and nothing before', async () => {
    await outbox.append('a', 1, 2, 3);
    startRelays(1);
    await eventually(async () => (await outbox.rows('SELECT 1 FROM outbox_event WHERE sent_at IS NULL')).length === 0);
    const sweeper = () =>
      startRowSweeper({
        of: 'the event path',
        sweep: (mayGoOn) => sweepOldRows(outbox.pool, keep, mayGoOn),
        intervalMs: 10,
        logger,
      });
    running.push(sweeper(), sweeper(), sweeper());
    await clock.jump(6 * days);
    await outbox.append('b', 1);
    await eventually(() => bus.accepted.length === 4);
    expect((await sweepOldRows(outbox.pool, keep)).sentEvents).toBe(0);
    expect(await left()).toBe(4);
    await clock.jump(2 * days);
    await eventually(async () => (await left()) === 1);
    await clock.jump(-8 * days);
    expect(await left()).toBe(1);
  });

  it('back, an event that was appended before is sent at once, by one of three relays', async () => {
    await outbox.append('a', 1, 2);
    await clock.jump(-days);
    startRelays(3);
    expect(await eventually(() => bus.accepted.length === 2)).toBeLessThan(2_000);
    await outbox.append('b', 1);
    expect(await eventually(() => bus.accepted.length === 3)).toBeLessThan(2_000);
    await clock.jump(days);
  });

  it('back, an event that was refused is tried again at once and not only when the clock has caught up', async () => {
    bus.mood = refuseEntries(() => true, 'InternalFailure');
    await outbox.append('a', 1);
    startRelays(1);
    await eventually(async () => (await outbox.rows('SELECT 1 FROM outbox_event WHERE attempts >= 2')).length === 1);
    await clock.jump(-days);
    bus.mood = isFine;
    expect(await eventually(() => bus.accepted.length === 1)).toBeLessThan(8_000);
    await clock.jump(days);
  });
});

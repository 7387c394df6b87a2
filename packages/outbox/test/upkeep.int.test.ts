import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readOutboxStatus } from '../src/outbox-status.ts';
import { startRowSweeper } from '../src/row-sweeper.ts';
import { sweepOldRows } from '../src/sweep-old-rows.ts';
import { eventually } from './support/eventually.ts';
import { type OpenOutbox, openOutbox } from './support/open-outbox.ts';
import { watchedLog } from './support/watched-log.ts';

const day = 86_400;
const keep = { sentEvents: 7 * day, inboxRows: 30 * day, idempotencyKeys: 30 * day };

let database: OpenOutbox;
beforeAll(async () => {
  database = await openOutbox('order');
});
afterAll(() => database.close());
beforeEach(() => database.pool.query('TRUNCATE outbox_event; TRUNCATE inbox_event; TRUNCATE idempotency_key'));

/** Event ids are UUIDv7 of the time the event was made. */
const idOf = (days: string) => `uuidv7(${days} * interval '-1 day')`;
const addSent = (rows: number, days: number) =>
  database.pool.query(
    `INSERT INTO outbox_event (event_id, name, schema_version, aggregate_id, aggregate_version, correlation_id, actor, data, occurred_at, sent_at)
     SELECT ${idOf('$2::float8')}, 'StockReserved', 1, 'a', n, 'c', '{}', '{}', now() - $2 * interval '1 day', now() - $2 * interval '1 day'
     FROM generate_series(1, $1::int) AS n`,
    [rows, days],
  );
const addTaken = (rows: number, days: number, daysOfEvent = days) =>
  database.pool.query(
    `INSERT INTO inbox_event SELECT ${idOf('$3::float8')}, 'StockReserved', 'a', n, now() - $2 * interval '1 day'
     FROM generate_series(1, $1::int) AS n`,
    [rows, days, daysOfEvent],
  );
const addKeys = (rows: number, days: number) =>
  database.pool.query(
    `INSERT INTO idempotency_key (scope, key, input_hash, created_at)
     SELECT $2::float8::text, n::text, 'h', now() - $2::float8 * interval '1 day' FROM generate_series(1, $1::int) AS n`,
    [rows, days],
  );
const countOf = async (table: string) => (await database.rows(`SELECT 1 FROM ${table}`)).length;

describe('old rows', () => {
  it('go when they are past their age, and what is younger stays', async () => {
    await Promise.all([addSent(2_500, 7.1), addSent(10, 6.9), addTaken(2_500, 30.1), addTaken(10, 29.9)]);
    await Promise.all([addKeys(2_500, 30.1), addKeys(10, 29.9)]);
    const swept = await sweepOldRows(database.pool, keep);
    expect(swept).toEqual({ sentEvents: 2_500, inboxRows: 2_500, idempotencyKeys: 2_500 });
    const left = await Promise.all(['outbox_event', 'inbox_event', 'idempotency_key'].map(countOf));
    expect(left).toEqual([10, 10, 10]);
  });

  it('stay while they are unsent or parked, however old they are', async () => {
    await addSent(3, 400);
    await database.pool.query('UPDATE outbox_event SET sent_at = NULL WHERE aggregate_version <= 2');
    await database.pool.query('UPDATE outbox_event SET parked_at = now() WHERE aggregate_version = 2');
    expect((await sweepOldRows(database.pool, keep)).sentEvents).toBe(1);
  });

  it('of the inbox count from the day they were taken, not from the day of the event: a replay is remembered', async () => {
    await addTaken(5, 1, 400);
    expect((await sweepOldRows(database.pool, keep)).inboxRows).toBe(0);
  });

  it('are shared by sweepers that run at once, none of which waits for the other', async () => {
    await addSent(9_500, 8);
    const swept = await Promise.all([1, 2, 3].map(() => sweepOldRows(database.pool, keep)));
    expect(swept.reduce((sum, { sentEvents }) => sum + sentEvents, 0)).toBe(9_500);
    expect(await countOf('outbox_event')).toBe(0);
  });

  it('are passed over when somebody holds them', async () => {
    await addSent(3, 8);
    const holder = await database.pool.connect();
    await holder.query('BEGIN; SELECT 1 FROM outbox_event WHERE aggregate_version = 2 FOR UPDATE');
    expect((await sweepOldRows(database.pool, keep)).sentEvents).toBe(2);
    await holder.query('ROLLBACK');
    holder.release();
  });

  it('are looked for again and again, also after the database did not answer', async () => {
    const { lines, logger } = watchedLog();
    await database.pool.query('ALTER TABLE outbox_event RENAME TO elsewhere');
    const sweeper = startRowSweeper({
      of: 'the event path',
      sweep: (mayGoOn) => sweepOldRows(database.pool, keep, mayGoOn),
      intervalMs: 20,
      logger,
    });
    await eventually(() => lines.some(({ level }) => level === 'warn'));
    await database.pool.query('ALTER TABLE elsewhere RENAME TO outbox_event');
    await addSent(5, 8);
    await eventually(async () => (await countOf('outbox_event')) === 0);
    await sweeper.stop();
    expect(lines.find(({ level }) => level === 'info')).toMatchObject({ sentEvents: 5 });
  });
});

describe('the status', () => {
  it('of an untouched event path is all zero', async () => {
    expect(await readOutboxStatus(database.pool)).toEqual({
      unsent: 0,
      oldestUnsentSeconds: null,
      parked: 0,
      parkedEvents: [],
      inbox: { rows: 0, isEstimate: false, bytes: expect.any(Number) },
    });
  });

  it('tells how many events wait and how long, and which are parked with what error', async () => {
    await addSent(4, 0.5);
    await database.pool.query('UPDATE outbox_event SET sent_at = NULL');
    await database.pool.query(
      "UPDATE outbox_event SET parked_at = now(), last_error = 'no' WHERE aggregate_version = 4",
    );
    await addTaken(3, 1);
    const status = await readOutboxStatus(database.pool);
    expect(status).toMatchObject({ unsent: 3, parked: 1, inbox: { rows: 3, isEstimate: false } });
    expect(status.parkedEvents).toEqual([{ eventId: expect.any(String), name: 'StockReserved', lastError: 'no' }]);
    expect(status.oldestUnsentSeconds).toBeGreaterThan(43_000);
  });

  it('estimates a large inbox instead of counting it', async () => {
    await addTaken(12_000, 1);
    await database.pool.query('ANALYZE inbox_event');
    const { inbox } = await readOutboxStatus(database.pool);
    expect(inbox.isEstimate).toBe(true);
    expect(inbox.rows).toBeGreaterThan(11_000);
  });
});

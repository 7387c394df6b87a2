import { contractOf } from '@cartograph/events';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { appendEvent, EventTooLarge, maxEventBytes } from '../src/append-event.ts';
import { startRelay } from '../src/relay.ts';
import { eventually } from './support/eventually.ts';
import { factOf, type OpenOutbox, openOutbox } from './support/open-outbox.ts';
import { openWatchedBus } from './support/watched-bus.ts';
import { watchedLog } from './support/watched-log.ts';

let database: OpenOutbox;

beforeAll(async () => {
  database = await openOutbox('product');
  await database.pool.query('CREATE TABLE change (id text)');
});
afterAll(() => database.close());
beforeEach(() => database.pool.query('TRUNCATE outbox_event; TRUNCATE change'));

const product = contractOf('ProductUpdated')?.example as { title: string };
/** A product whose contract's data is exactly so many bytes of JSON. */
const productOf = (bytes: number) => {
  const room = bytes - Buffer.byteLength(JSON.stringify({ ...product, title: '' }));
  return {
    name: 'ProductUpdated',
    aggregateId: 'p',
    aggregateVersion: 1,
    data: { ...product, title: 'x'.repeat(room) },
  } as never;
};
const changeAndTell = (event: Parameters<typeof appendEvent>[1]) =>
  database.run(async (tx) => {
    await tx.db.$executeRawUnsafe("INSERT INTO change VALUES ('a')");
    await appendEvent(tx, event);
  });
const countOf = async (table: string) => (await database.rows(`SELECT 1 FROM ${table}`)).length;

describe('an event that is appended', () => {
  it('is refused by name when it is too large for the bus, and the change it tells of is rolled back', async () => {
    await expect(changeAndTell(productOf(maxEventBytes + 1))).rejects.toBeInstanceOf(EventTooLarge);
    expect([await countOf('change'), await countOf('outbox_event')]).toEqual([0, 0]);
  });

  it('passes the bus when it is as large as it may be, beside others', async () => {
    const bus = await openWatchedBus();
    await changeAndTell(productOf(maxEventBytes));
    for (let at = 0; at < 12; at += 1) await database.append(`a-${at}`, 1);
    const relay = startRelay({ ...bus.bus, pool: database.pool, logger: watchedLog().logger });
    await eventually(() => bus.accepted.length === 13);
    await relay.stop();
    await bus.close();
    expect(await countOf('outbox_event WHERE sent_at IS NOT NULL')).toBe(13);
  });

  it.each<[string, object]>([
    ['breaks its contract', { data: { orderId: 7 } }],
    ['has no contract', { name: 'Nonsense' }],
    ['names an aggregate nobody could read', { aggregateId: 'x'.repeat(65) }],
    ['has a version that is none', { aggregateVersion: 1.5 }],
  ])('is refused, and its change with it, when it %s', async (_, fault) => {
    await expect(changeAndTell({ ...factOf('a', 1), ...fault })).rejects.toThrow();
    expect([await countOf('change'), await countOf('outbox_event')]).toEqual([0, 0]);
  });

  it('is a statement that its connection keeps a plan of, also while a migration widens the table', async () => {
    const appendAndRead = () =>
      database.run(async (tx) => {
        await appendEvent(tx, factOf('a', 1));
        return tx.db.$queryRawUnsafe<{ statement: string }[]>('SELECT statement FROM pg_prepared_statements');
      });
    const isPrepared = [{ statement: expect.stringMatching(/^INSERT INTO outbox_event/) }];
    for (let times = 0; times < 3; times += 1) await appendAndRead();
    expect(await appendAndRead()).toEqual(expect.arrayContaining(isPrepared));
    await database.pool.query('ALTER TABLE outbox_event ADD COLUMN later text');
    expect(await appendAndRead()).toEqual(expect.arrayContaining(isPrepared));
    expect(await countOf('outbox_event')).toBe(5);
  });

  it('is not told when its transaction is rolled back', async () => {
    await expect(
      database.run(async (tx) => {
        await appendEvent(tx, factOf('a', 1));
        throw new Error('changed its mind');
      }),
    ).rejects.toThrow('changed its mind');
    expect(await countOf('outbox_event')).toBe(0);
  });
});

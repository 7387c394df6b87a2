import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { appendEvent } from '../src/append-event.ts';
import { done, early, ignored, impossible } from '../src/reactions.ts';
import type { AnyReaction } from '../src/take-in.ts';
import type { Transaction } from '../src/transaction.ts';
import { delivered } from './support/delivered-event.ts';
import { eventually } from './support/eventually.ts';
import { factOf, type OpenOutbox, openOutbox } from './support/open-outbox.ts';
import { type OpenWayIn, openWayIn, operationOf } from './support/open-way-in.ts';

type Delivered = { eventId: string; aggregateId: string };

let database: OpenOutbox;
let wayIn: OpenWayIn;
let consumers: { stop: () => Promise<void> }[] = [];

beforeAll(async () => {
  [database, wayIn] = await Promise.all([openOutbox('order'), openWayIn()]);
  await database.pool.query('CREATE TABLE effect (aggregate_id text, at timestamptz DEFAULT clock_timestamp())');
});
afterAll(async () => {
  await wayIn.close();
  await database.close();
});
beforeEach(async () => {
  await database.pool.query('TRUNCATE effect; TRUNCATE inbox_event; TRUNCATE outbox_event');
  await wayIn.forget();
});
afterEach(async () => {
  await Promise.all(consumers.map((consumer) => consumer.stop()));
  consumers = [];
});

const start = (reaction: AnyReaction, options: Parameters<OpenWayIn['start']>[2] = {}) => {
  const consumer = wayIn.start(database.unitOfWork, reaction, options);
  consumers.push(consumer);
  return consumer;
};
const note = async (tx: Transaction, { aggregateId }: Delivered) => {
  await tx.db.$executeRawUnsafe('INSERT INTO effect (aggregate_id) VALUES ($1)', aggregateId);
  return done;
};
const effects = async () =>
  (await database.rows<{ aggregate_id: string }>('SELECT aggregate_id FROM effect ORDER BY at')).map(
    (row) => row.aggregate_id,
  );
const countOf = async (table: string) => (await database.rows(`SELECT 1 FROM ${table}`)).length;
const isDrained = async () => {
  const { waiting, inFlight } = await wayIn.depth();
  return waiting + inFlight === 0;
};

describe('an event that is delivered', () => {
  it('has its effect, its inbox row and the events that follow in one transaction', async () => {
    let failures = 1;
    start(async (tx, event: Delivered) => {
      await note(tx, event);
      await appendEvent(tx, factOf('what-follows', 1));
      if (failures-- > 0) throw new Error('fails after everything was written');
      return done;
    });
    await wayIn.send(delivered('a'));
    await eventually(() => failures === 0);
    await delay(50);
    expect([await countOf('effect'), await countOf('inbox_event'), await countOf('outbox_event')]).toEqual([0, 0, 0]);
    await eventually(isDrained);
    expect([await countOf('effect'), await countOf('inbox_event'), await countOf('outbox_event')]).toEqual([1, 1, 1]);
  });

  it('names itself as the cause of what follows', async () => {
    const eventId = randomUUID();
    start(async (tx) => {
      await appendEvent(tx, factOf('what-follows', 1));
      return done;
    });
    await wayIn.send(delivered('a', { eventId }));
    await eventually(isDrained);
    const rows = await database.rows('SELECT causation_id, correlation_id FROM outbox_event');
    expect(rows).toEqual([{ causation_id: eventId, correlation_id: 'a-test' }]);
  });

  it('changes nothing when it comes again, one after the other or 20 times at once to two consumers', async () => {
    const eventId = randomUUID();
    const slowly: AnyReaction = async (tx, event: Delivered) => {
      await delay(50);
      return note(tx, event);
    };
    start(slowly);
    start(slowly);
    await wayIn.send(...Array.from({ length: 20 }, () => delivered('twice', { eventId })));
    await eventually(isDrained);
    await wayIn.send(delivered('twice', { eventId }));
    await eventually(isDrained);
    expect(await effects()).toEqual(['twice']);
  });

  it('is remembered also when it was ignored', async () => {
    start(async () => ignored);
    await wayIn.send(delivered('old'));
    await eventually(isDrained);
    expect(await countOf('inbox_event')).toBe(1);
  });

  it('is taken in only once when the process dies between the commit and the deletion', async () => {
    wayIn.setMood(async (request, forward) => (operationOf(request) === 'DeleteMessageBatch' ? null : forward()));
    const first = start(note, { sqs: wayIn.tapped, visibilityTimeoutSeconds: 2 });
    await wayIn.send(delivered('a'));
    await eventually(async () => (await countOf('effect')) === 1);
    await first.stop();
    expect(await isDrained()).toBe(false);
    start(note);
    await eventually(isDrained);
    expect(await countOf('effect')).toBe(1);
  });
});

describe('an event that cannot be taken in', () => {
  it('comes back later when it is early, and nothing of it is kept meanwhile', async () => {
    let isEarly = true;
    start(async (tx, event: Delivered) => {
      await note(tx, event);
      return isEarly ? early : done;
    });
    await wayIn.send(delivered('early'));
    await delay(300);
    expect([await countOf('effect'), await countOf('inbox_event')]).toEqual([0, 0]);
    isEarly = false;
    await eventually(isDrained, 5_000);
    expect(await effects()).toEqual(['early']);
  });

  it('comes back after a growing time when its reaction throws, and is a dead letter with its last error in the end', async () => {
    const times: number[] = [];
    start(
      async () => {
        times.push(Date.now());
        throw new Error('no good');
      },
      { maxReceives: 3 },
    );
    await wayIn.send(delivered('a'));
    await eventually(isDrained);
    const [first = 0, second = 0, third = 0] = times;
    expect(times).toHaveLength(3);
    expect(second - first).toBeGreaterThan(700);
    expect(third - second).toBeGreaterThan(1_700);
    expect(await wayIn.deadLetters()).toMatchObject([{ reason: 'given up after 3 receives: Error: no good' }]);
  });

  it.each<[string, string, string]>([
    ['is no JSON', '{', 'not an event envelope'],
    ['is no envelope', '{}', 'not an event envelope'],
    [
      'has an unknown name',
      delivered('a', { name: 'Nonsense\u0001#', data: {} }).replace('#', String.raw`\uffff`),
      'no contract for the event Nonsense',
    ],
    ['breaks its contract', delivered('a', { data: { orderId: 7 } }), 'StockReserved breaks its contract'],
    ['is for somebody else', delivered('a', { name: 'OrderPlaced' }), 'nobody here reacts to OrderPlaced'],
  ])('goes to the dead letters at once, with the reason, when it %s', async (_, body, reason) => {
    const { lines } = start(note);
    await wayIn.send(body);
    await eventually(async () => (await wayIn.deadLetters()).length === 1, 3_000);
    await eventually(isDrained);
    expect(await wayIn.deadLetters()).toEqual([{ body, reason: expect.stringContaining(reason) }]);
    expect(lines.filter(({ level }) => level === 'error')).toMatchObject([{ reason: expect.stringContaining(reason) }]);
  });

  it('goes to the dead letters when the state table says that it is impossible, and nothing of it is kept', async () => {
    start(async (tx, event: Delivered) => {
      await note(tx, event);
      return impossible('shipped before it was paid');
    });
    await wayIn.send(delivered('a'));
    await eventually(async () => (await wayIn.deadLetters()).length === 1);
    await eventually(isDrained);
    expect((await wayIn.deadLetters())[0]?.reason).toBe('shipped before it was paid');
    expect([await countOf('effect'), await countOf('inbox_event')]).toEqual([0, 0]);
  });

  it('never blocks the others, however many of them are poisoned', async () => {
    start(async (tx, event: Delivered) => {
      if (event.aggregateId === 'poison') throw new Error('poison');
      return note(tx, event);
    });
    await wayIn.send(
      ...Array.from({ length: 30 }, () => delivered('poison')),
      ...Array.from({ length: 20 }, () => '{'),
    );
    await wayIn.send(...Array.from({ length: 50 }, (_, at) => delivered(`good-${at}`)));
    expect(await eventually(async () => (await countOf('effect')) === 50)).toBeLessThan(3_000);
  });
});

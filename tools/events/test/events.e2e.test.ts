import { EventBridgeClient, ListRulesCommand } from '@aws-sdk/client-eventbridge';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { type Supergraph, startSupergraph } from '@cartograph/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeadLetter } from '../src/dead-letters/dead-letter.ts';
import type { ParkedEvent } from '../src/parked/read-parked.ts';
import type { EventPathStatus } from '../src/status/status-text.ts';
import { allBooks, duplicatesSeen, rowsOf } from './support/books.ts';
import { askEvents, queueUrlOf, runEvents, startEvents } from './support/run-events.ts';
import { buyOne, stockUp } from './support/shop.ts';
import { until } from './support/until.ts';

let supergraph: Supergraph;
let sqs: SQSClient;
let paidOrder: string;
let rejectedOrder: string;
const begin = new Date();

beforeAll(async () => {
  const debug = { LOG_LEVEL: 'debug' };
  supergraph = await startSupergraph({ settings: { product: debug, order: debug, payment: debug } });
  sqs = new SQSClient({
    region: 'eu-central-1',
    endpoint: supergraph.stack.facts.sqsUrl,
    useQueueUrlAsEndpoint: false,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const variantId = await stockUp(supergraph);
  paidOrder = await buyOne(supergraph, { variantId, token: 'tok_approve', status: 'PAID' });
  rejectedOrder = await buyOne(supergraph, { variantId, token: 'tok_decline', status: 'REJECTED' });
  await untilQuiet();
});

afterAll(async () => {
  sqs?.destroy();
  await supergraph?.stop();
});

const statusNow = () => askEvents<EventPathStatus>(supergraph, 'status');
const untilQuiet = () =>
  until('queues and outboxes to be empty', async () => {
    const { databases, queues } = await statusNow();
    return (
      databases.every(({ unsent }) => unsent === 0) && queues.every((queue) => queue.visible + queue.inFlight === 0)
    );
  });

const sendTo = (queueName: string, MessageBody: string) =>
  sqs.send(new SendMessageCommand({ QueueUrl: queueUrlOf(supergraph.stack.facts.sqsUrl, queueName), MessageBody }));

const rulesOfBus = async (): Promise<(string | undefined)[]> => {
  const endpoint = supergraph.stack.facts.eventBridgeUrl;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const eventBridge = new EventBridgeClient({ region: 'eu-central-1', endpoint, credentials });
  const { Rules = [] } = await eventBridge.send(new ListRulesCommand({ EventBusName: 'cartograph' }));
  eventBridge.destroy();
  return Rules.map(({ Name }) => Name);
};

const deadLetters = () => askEvents<DeadLetter[]>(supergraph, 'dlq', 'list', '--subgraph', 'order');

type Traced = { name: string; notTakenInBy: string[]; followers: Traced[] };
const namesOf = ({ name, followers }: Traced): unknown => [name, ...followers.map(namesOf)];

/** An event that product sent and order took in, as it came out of the queue. */
const aTakenEvent = async (): Promise<{ eventId: string; body: string }> => {
  const [row] = await rowsOf<{ detail: { eventId: string; name: string } }>(
    supergraph,
    'product',
    `SELECT jsonb_build_object('eventId', event_id, 'schemaVersion', schema_version, 'name', name,
       'occurredAt', to_char(occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
       'aggregateId', aggregate_id, 'aggregateVersion', aggregate_version, 'correlationId', correlation_id,
       'causationId', causation_id, 'traceparent', traceparent, 'actor', actor, 'data', data) AS detail
     FROM outbox_event WHERE name = 'ProductPublished' LIMIT 1`,
  );
  if (!row) throw new Error('no product was published');
  const { name, ...detail } = row.detail;
  return {
    eventId: detail.eventId,
    body: JSON.stringify({ source: 'cartograph.product', 'detail-type': name, detail }),
  };
};

const forgetIntake = (eventId: string) =>
  rowsOf(supergraph, 'order', `DELETE FROM inbox_event WHERE event_id = '${eventId}'`);
const isTakenIn = async (eventId: string) =>
  (await rowsOf(supergraph, 'order', `SELECT 1 FROM inbox_event WHERE event_id = '${eventId}'`)).length === 1;

describe('hands on the events of a running shop', () => {
  it('traces a bought order as one tree, each event below its cause and taken in by all who react', async () => {
    const { roots } = await askEvents<{ roots: Traced[] }>(supergraph, 'trace', paidOrder);
    expect(roots.map(namesOf)).toEqual([
      [
        'OrderPlaced',
        ['StockLevelChanged'],
        [
          'StockReserved',
          [
            'PaymentRequested',
            [
              'PaymentAuthorized',
              ['OrderConfirmed', ['StockLevelChanged'], ['StockCommitted', ['CaptureRequested', ['PaymentCaptured']]]],
            ],
          ],
        ],
      ],
    ]);
    expect(JSON.stringify(roots)).not.toMatch(/"notTakenInBy":\["/);
  });

  it('says of an order that nothing tells of that it knows nothing', async () => {
    const { code, stdout } = await runEvents(supergraph, 'trace', 'order_01jd8q3v9kf7ztm5w2c4x6y8za');
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringMatching(/^No event tells of order_01jd/) });
  });

  it('tails what is told of one order and of no other, as it happens, until Ctrl-C', async () => {
    const tail = startEvents(supergraph, 'tail', '--order', paidOrder, '--event', 'StockReserved');
    await until('the tail to look', async () => tail.said().includes('Waiting'));
    await rowsOf(
      supergraph,
      'product',
      `INSERT INTO outbox_event (event_id, name, schema_version, aggregate_id, aggregate_version, correlation_id, actor, data,
         occurred_at, sent_at)
       SELECT uuidv7(), name, schema_version, aggregate_id, 99, correlation_id, actor, data, clock_timestamp(), sent_at
       FROM outbox_event WHERE aggregate_id IN ('${paidOrder}', '${rejectedOrder}')`,
    );
    await until('the event to be shown', async () => tail.said().includes(paidOrder));
    expect(await tail.interrupt()).toBe(0);
    const [, ...lines] = tail.said().trim().split('\n');
    expect(lines).toEqual([expect.stringMatching(new RegExp(`product +StockReserved +${paidOrder} v99$`))]);
  });

  it('reports a shop at rest as quiet', async () => {
    const { databases, queues, pendingOrders } = await statusNow();
    expect(databases.map(({ unsent, parked }) => unsent + parked)).toEqual([0, 0, 0, 0]);
    expect(queues.map(({ visible, inFlight, deadLetters }) => visible + inFlight + deadLetters)).toEqual([
      0, 0, 0, 0, 0,
    ]);
    expect(pendingOrders).toEqual({ count: 0, oldest: null });
  });

  it('lists a poisoned message with the reason, shows it, and discards it only when told so', async () => {
    await sendTo('cartograph-order', '{"poison":true}');
    let letters: DeadLetter[] = [];
    await until('the dead letter', async () => {
      letters = await deadLetters();
      return letters.length === 1;
    });
    const [letter] = letters;
    expect(letter).toMatchObject({ subgraph: 'order', event: null, reason: expect.stringContaining('not an event') });
    const id = letter?.messageId ?? '';
    const dlq = (action: string, ...more: string[]) =>
      runEvents(supergraph, 'dlq', action, '--subgraph', 'order', id, ...more);
    expect((await dlq('show')).stdout).toContain('"poison": true');
    expect(await dlq('discard')).toMatchObject({ code: 2, stderr: expect.stringContaining('--yes') });
    expect(await dlq('discard', '--yes')).toMatchObject({ code: 0, stdout: '1 discarded.\n' });
    expect(await deadLetters()).toEqual([]);
  });

  it('redrives a dead letter, and its subgraph takes it in', async () => {
    const { eventId, body } = await aTakenEvent();
    await forgetIntake(eventId);
    await sendTo('cartograph-order-dead-letters', body);
    expect(await runEvents(supergraph, 'dlq', 'redrive', '--subgraph', 'order', '--all')).toMatchObject({
      code: 0,
      stdout: '1 sent back.\n',
    });
    await until('the event to be taken in', () => isTakenIn(eventId));
    expect(await deadLetters()).toEqual([]);
  });

  it('lists a parked event with the reason, shows it, and sends it again when it is released', async () => {
    const [row] = await rowsOf<{ id: string }>(
      supergraph,
      'product',
      `INSERT INTO outbox_event (event_id, name, schema_version, aggregate_id, aggregate_version, correlation_id, actor, data,
         occurred_at, attempts, parked_at, last_error)
       SELECT uuidv7(), name, schema_version, aggregate_id, aggregate_version, correlation_id, actor, data, occurred_at, 5,
         clock_timestamp(), 'MalformedDetail: planted' FROM outbox_event WHERE name = 'StockReserved' LIMIT 1
       RETURNING event_id::text AS id`,
    );
    const eventId = row?.id ?? '';
    const parkedNow = () => askEvents<ParkedEvent[]>(supergraph, 'parked', 'list', '--subgraph', 'product');
    expect(await parkedNow()).toMatchObject([
      { eventId, subgraph: 'product', name: 'StockReserved', reason: 'MalformedDetail: planted' },
    ]);
    const parked = (...args: string[]) => runEvents(supergraph, 'parked', ...args);
    expect((await parked('list')).stdout).toContain(`${eventId}  product`);
    expect((await parked('show', eventId)).stdout).toContain('after 5 attempts');
    expect(await parked('release')).toMatchObject({ code: 2, stderr: expect.stringContaining('Say which') });
    expect(await parked('release', 'nonsense')).toMatchObject({ code: 1, stderr: expect.stringContaining('nonsense') });
    expect(await parked('release', eventId)).toMatchObject({ code: 0, stdout: '1 released.\n' });
    await until('the event to be taken in', () => isTakenIn(eventId));
    expect(await parkedNow()).toEqual([]);
  });

  it('replays everything into the running shop and changes nothing that was right', async () => {
    const { eventId } = await aTakenEvent();
    await untilQuiet();
    const before = await allBooks(supergraph);
    const taken = Object.keys(before).filter((name) => name.endsWith('.inbox_event'));
    const deliveries = taken.reduce((sum, name) => sum + (before[name] as unknown[]).length, 0);
    const seen = await duplicatesSeen(supergraph);
    await forgetIntake(eventId);
    const period = ['--from', begin.toISOString(), '--to', new Date().toISOString()];
    expect(await askEvents(supergraph, 'replay', ...period)).toMatchObject({ state: 'COMPLETED' });
    await until('the forgotten event to be taken in again', () => isTakenIn(eventId));
    await until(
      'every other event to come again',
      async () => (await duplicatesSeen(supergraph)) - seen >= deliveries - 1,
    );
    await untilQuiet();
    expect(await allBooks(supergraph)).toEqual(before);
    expect(deliveries).toBeGreaterThan(10);
  });

  it('replays one event to one subgraph, and leaves no rule behind', async () => {
    const { eventId } = await aTakenEvent();
    const seen = await duplicatesSeen(supergraph);
    await forgetIntake(eventId);
    const period = ['--from', begin.toISOString(), '--to', new Date().toISOString()];
    const wanted = ['--event', 'ProductPublished', '--to-subgraph', 'order'];
    const { ruleArns } = await askEvents<{ ruleArns: string[] }>(supergraph, 'replay', ...period, ...wanted);
    await until('the forgotten event to be taken in again', () => isTakenIn(eventId));
    expect(await duplicatesSeen(supergraph)).toBe(seen);
    expect(ruleArns).toEqual([expect.stringMatching(/:rule\/cartograph\/replay-[\w-]+-order$/)]);
    expect(await rulesOfBus()).toEqual(['to-gateway', 'to-order', 'to-payment', 'to-product', 'to-user']);
  });
});

import { ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { queueRoutes } from '@cartograph/events';
import { metricTable } from '@cartograph/telemetry';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startWayIn, startWayOut } from '../src/event-path.ts';
import { observeQueue } from '../src/observe-queue.ts';
import { done, early, impossible } from '../src/reactions.ts';
import { reactionsOf } from './support/delivered-event.ts';
import { eventually } from './support/eventually.ts';
import { type OpenOutbox, openOutbox } from './support/open-outbox.ts';
import { openWatchedBus, refuseEntries, type WatchedBus } from './support/watched-bus.ts';
import { watchedLog } from './support/watched-log.ts';
import { type WatchedMetrics, watchedMetrics } from './support/watched-metrics.ts';

let bus: WatchedBus;
let product: OpenOutbox;
let order: OpenOutbox;
let metrics: WatchedMetrics;
let stop: () => Promise<unknown>;

const route = queueRoutes().find(({ subgraph }) => subgraph === 'order');
const met = new Set<string>();
/** Early the first time, impossible always, or done at once: by the aggregate's name. */
const reactions = reactionsOf(async (_, { aggregateId }: { aggregateId: string }) => {
  if (aggregateId === 'impossible') return impossible('it makes no sense');
  if (aggregateId !== 'early' || met.has(aggregateId)) return done;
  met.add(aggregateId);
  return early;
});

beforeAll(async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
  [bus, product, order, metrics] = await Promise.all([
    openWatchedBus(),
    openOutbox('product'),
    openOutbox('order'),
    watchedMetrics(),
  ]);
  const config = {
    AWS_REGION: 'eu-central-1',
    AWS_ENDPOINT_URL_EVENTBRIDGE: bus.url,
    AWS_ENDPOINT_URL_SQS: bus.cloud.sqsUrl,
    EVENT_BUS_NAME: 'cartograph',
    EVENT_QUEUE_URL: `${bus.cloud.sqsUrl}/000000000000/${route?.queueName}`,
    EVENT_DEAD_LETTER_QUEUE_URL: `${bus.cloud.sqsUrl}/000000000000/${route?.deadLetterQueueName}`,
  };
  const { logger } = watchedLog();
  const wayOut = startWayOut({ config, pool: product.pool, logger });
  const wayIn = startWayIn<'order'>({ config, reactions, unitOfWork: order.unitOfWork, logger });
  stop = () => Promise.all([wayOut.stop(), wayIn.stop()]);
});
afterAll(async () => {
  await stop();
  await metrics.stop();
  await Promise.all([product.close(), order.close(), bus.close()]);
  vi.unstubAllEnvs();
});

const onTheBus = {
  'messaging.system': 'aws_eventbridge',
  'messaging.destination.name': 'cartograph',
  'messaging.operation.name': 'PutEvents',
  'messaging.operation.type': 'send',
};
const onTheQueue = (name: string, type: string, destination = route?.queueName) => ({
  'messaging.system': 'aws_sqs',
  'messaging.destination.name': destination,
  'messaging.operation.name': name,
  'messaging.operation.type': type,
});
const taking = onTheQueue('process', 'process');
const gauge = (name: 'depth' | 'oldest_age' | 'parked') => metrics.pointsOf(`cartograph.outbox.${name}`)[0]?.value;
const intakes = (kind: string) =>
  metrics.pointsOf('messaging.process.duration').find(({ attributes }) => attributes['cartograph.intake'] === kind)
    ?.value;

describe('the metrics of the event path', () => {
  it('count what was sent, received, taken in, early and dead, with the bus and the queue as attributes', async () => {
    await product.append('a', 1, 2);
    await product.append('early', 1);
    await product.append('impossible', 1);
    await eventually(() => intakes('taken') === 3);
    const deletions = onTheQueue('DeleteMessageBatch', 'settle');
    await eventually(() => metrics.pointsOf('messaging.client.consumed.messages')[0]?.value === 5);
    expect(metrics.pointsOf('messaging.client.sent.messages')).toEqual([
      { attributes: onTheBus, value: 4 },
      { attributes: onTheQueue('SendMessage', 'send', route?.deadLetterQueueName), value: 1 },
    ]);
    expect(metrics.pointsOf('messaging.client.consumed.messages')).toEqual([
      { attributes: onTheQueue('ReceiveMessage', 'receive'), value: 5 },
    ]);
    expect([intakes('early'), intakes('impossible')]).toEqual([1, 1]);
    expect(metrics.pointsOf('cartograph.dead_letters')).toEqual([{ attributes: taking, value: 1 }]);
    expect(metrics.pointsOf('cartograph.inbox.retries')).toEqual([{ attributes: taking, value: 1 }]);
    expect(metrics.pointsOf('cartograph.inbox.lag')).toEqual([{ attributes: taking, value: 3 }]);
    const requests = metrics.pointsOf('messaging.client.operation.duration').map(({ attributes }) => attributes);
    expect(requests).toEqual(expect.arrayContaining([onTheBus, deletions]));
  });

  it('measure durations in seconds: the early event came a second late, and the others did not', () => {
    expect(metrics.secondsOf('cartograph.inbox.lag')).toBeGreaterThan(1);
    expect(metrics.secondsOf('cartograph.inbox.lag')).toBeLessThan(10);
    expect(metrics.secondsOf('messaging.process.duration')).toBeLessThan(5);
  });

  it('tell how deep a queue is: what waits, what is in hand, and what lies in its dead letters', async () => {
    const sqs = new SQSClient({
      region: 'eu-central-1',
      endpoint: bus.cloud.sqsUrl,
      useQueueUrlAsEndpoint: false,
    });
    const unheard = queueRoutes().find(({ subgraph }) => subgraph === 'payment');
    const urlOf = (name = '') => `${bus.cloud.sqsUrl}/000000000000/${name}`;
    const [queueUrl, deadLetterQueueUrl] = [urlOf(unheard?.queueName), urlOf(unheard?.deadLetterQueueName)];
    const stopObserving = observeQueue({ sqs, queueUrl, deadLetterQueueUrl });
    const put = (QueueUrl: string) => sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: '{}' }));
    await Promise.all([put(queueUrl), put(queueUrl), put(queueUrl), put(deadLetterQueueUrl)]);
    await sqs.send(new ReceiveMessageCommand({ QueueUrl: queueUrl }));
    const depth = (name: 'visible' | 'in_flight' | 'dead_letters', queueName = unheard?.queueName) =>
      metrics
        .pointsOf(`cartograph.queue.${name}`)
        .filter(({ attributes }) => attributes['messaging.destination.name'] === queueName);
    await eventually(() => depth('in_flight')[0]?.value === 1);
    const attributes = { 'messaging.system': 'aws_sqs', 'messaging.destination.name': unheard?.queueName };
    expect(depth('visible')).toEqual([{ attributes, value: 2 }]);
    expect(depth('in_flight')).toEqual([{ attributes, value: 1 }]);
    expect(depth('dead_letters', unheard?.deadLetterQueueName)[0]?.value).toBe(1);
    // The one that made no sense, in the queue of the running way in.
    expect(depth('dead_letters', route?.deadLetterQueueName)[0]?.value).toBe(1);
    stopObserving();
    sqs.destroy();
  });

  it('tell what the bus does not take: parked for good, or waiting with its age', async () => {
    bus.mood = refuseEntries(() => true, 'MalformedDetail');
    await product.append('parked', 1);
    await eventually(() => gauge('parked') === 1);
    expect(gauge('depth')).toBe(0);
    expect(gauge('oldest_age')).toBe(0);

    bus.mood = refuseEntries(() => true, 'InternalFailure');
    await product.append('stuck', 1);
    // Four of the parked one, and one of this.
    await eventually(() => (metrics.pointsOf('cartograph.outbox.retries')[0]?.value ?? 0) > 4);
    expect(gauge('depth')).toBe(1);
    expect(gauge('oldest_age')).toBeGreaterThan(0);
    const refused = metrics
      .pointsOf('messaging.client.sent.messages')
      .filter(({ attributes }) => 'error.type' in attributes);
    expect(refused).toEqual([
      { attributes: { ...onTheBus, 'error.type': 'MalformedDetail' }, value: 5 },
      { attributes: { ...onTheBus, 'error.type': 'InternalFailure' }, value: expect.any(Number) },
    ]);
    const [retries] = metrics.pointsOf('cartograph.outbox.retries');
    expect(retries?.attributes).toEqual(onTheBus);
    expect(retries?.value).toBeGreaterThan(4);
  });

  it('have the names and units of the table, all of the event path’s', () => {
    const elsewhere = /^(http|cartograph\.(saga|gateway|graphql))\./;
    const ofThePath = Object.entries(metricTable).filter(([name]) => !elsewhere.test(name));
    const units = Object.fromEntries(ofThePath.map(([name, { unit }]) => [name, unit]));
    expect(metrics.units()).toEqual(units);
  });
});

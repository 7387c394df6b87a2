import { GetQueueAttributesCommand, ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { gatewayRoute, queueRoutes } from '@cartograph/events';
import { startTestCloud, type TestCloud } from '@cartograph/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startWayIn, startWayOut } from '../src/event-path.ts';
import { startListening } from '../src/listen.ts';
import { done } from '../src/reactions.ts';
import { delivered, reactionsOf } from './support/delivered-event.ts';
import { eventually } from './support/eventually.ts';
import { type OpenOutbox, openOutbox } from './support/open-outbox.ts';
import { watchedLog } from './support/watched-log.ts';

let cloud: TestCloud;
let product: OpenOutbox;
let order: OpenOutbox;
let wake: () => void = () => undefined;

beforeAll(async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
  [cloud, product, order] = await Promise.all([
    startTestCloud(),
    openOutbox('product', () => wake()),
    openOutbox('order'),
  ]);
  await order.pool.query('CREATE TABLE effect (aggregate_id text)');
});
afterAll(async () => {
  await Promise.all([product.close(), order.close()]);
  await cloud.stop();
  vi.unstubAllEnvs();
});

const config = () => {
  const route = queueRoutes().find(({ subgraph }) => subgraph === 'order');
  return {
    AWS_REGION: 'eu-central-1',
    AWS_ENDPOINT_URL_EVENTBRIDGE: cloud.eventBridgeUrl,
    AWS_ENDPOINT_URL_SQS: cloud.sqsUrl,
    EVENT_BUS_NAME: 'cartograph',
    EVENT_QUEUE_URL: `${cloud.sqsUrl}/000000000000/${route?.queueName}`,
    EVENT_DEAD_LETTER_QUEUE_URL: `${cloud.sqsUrl}/000000000000/${route?.deadLetterQueueName}`,
  };
};

const startAll = () => {
  const { logger, lines } = watchedLog();
  const reactions = reactionsOf(async (tx, event: { aggregateId: string }) => {
    await tx.db.$executeRawUnsafe('INSERT INTO effect VALUES ($1)', event.aggregateId);
    return done;
  });
  const waysOut = [1, 2].map(() => startWayOut({ config: config(), pool: product.pool, logger }));
  const waysIn = [1, 2].map(() =>
    startWayIn<'order'>({ config: config(), reactions, unitOfWork: order.unitOfWork, logger }),
  );
  wake = () => waysOut[0]?.wake();
  return { lines, stop: async () => void (await Promise.all([...waysOut, ...waysIn].map((way) => way.stop()))) };
};
const effects = async () => (await order.rows('SELECT aggregate_id FROM effect')).length;

describe('the event path', () => {
  it('brings each event of one subgraph to another once, by two replicas each that are stopped and started meanwhile', async () => {
    let running = startAll();
    for (let at = 0; at < 300; at += 1) {
      await product.append(`a-${at}`, 1);
      if (at % 100 === 50) {
        const before = running;
        running = startAll();
        await before.stop();
      }
    }
    await eventually(async () => (await effects()) >= 300, 20_000);
    await running.stop();
    expect((await order.rows('SELECT DISTINCT aggregate_id FROM effect')).length).toBe(300);
    expect(await effects()).toBe(300);
    expect(await product.rows('SELECT 1 FROM outbox_event WHERE sent_at IS NULL')).toEqual([]);
    expect(running.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('takes milliseconds from the commit to the reaction', async () => {
    const running = startAll();
    const times: number[] = [];
    for (let at = 0; at < 30; at += 1) {
      const before = await effects();
      await product.append(`timed-${at}`, 1);
      times.push(await eventually(async () => (await effects()) > before));
    }
    await running.stop();
    expect(times.toSorted((a, b) => a - b)[15]).toBeLessThan(150);
  });
});

describe('somebody without a database', () => {
  it('hears each event, again when it failed, and never what is none', async () => {
    const { logger } = watchedLog();
    const sqs = new SQSClient({
      region: 'eu-central-1',
      endpoint: cloud.sqsUrl,
      useQueueUrlAsEndpoint: false,
    });
    const { queueName, deadLetterQueueName } = gatewayRoute();
    const urlOf = (name: string) => `${cloud.sqsUrl}/000000000000/${name}`;
    const names = { EVENT_QUEUE_URL: urlOf(queueName), EVENT_DEAD_LETTER_QUEUE_URL: urlOf(deadLetterQueueName) };
    const heard: string[] = [];
    const hear = async ({ aggregateId }: { aggregateId: string }) => {
      heard.push(aggregateId);
      if (aggregateId === 'fails-once' && heard.filter((id) => id === aggregateId).length === 1) throw new Error('no');
    };
    const listening = startListening({ config: { ...config(), ...names }, hear, logger });
    const good = ['a', 'fails-once', 'b'].map((id) => delivered(id, { name: 'StockLevelChanged' }));
    for (const MessageBody of [...good, 'nonsense'])
      await sqs.send(new SendMessageCommand({ QueueUrl: names.EVENT_QUEUE_URL, MessageBody }));
    await eventually(async () => heard.length === 4);
    await listening.stop();
    expect(heard.toSorted()).toEqual(['a', 'b', 'fails-once', 'fails-once']);
    const dead = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl: names.EVENT_DEAD_LETTER_QUEUE_URL, WaitTimeSeconds: 1 }),
    );
    expect(dead.Messages?.map(({ Body }) => Body)).toEqual(['nonsense']);
    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: names.EVENT_QUEUE_URL, AttributeNames: ['All'] }),
    );
    expect(Attributes).toMatchObject({
      ApproximateNumberOfMessages: '0',
      ApproximateNumberOfMessagesNotVisible: '0',
    });
    sqs.destroy();
  });
});

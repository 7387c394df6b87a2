import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { createLogger } from '@cartograph/telemetry';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createBatchDelivery } from '../src/deliver-batch.ts';
import { batchOf, invocation, notice, recordedBatch } from './batches.ts';
import { connection, startDynamo, startTopics } from './endpoints.ts';

const table = 'delivered';
let dynamo: Awaited<ReturnType<typeof startDynamo>>;
let topics: Awaited<ReturnType<typeof startTopics>>;

type Changes = { client?: DynamoDBClient; lines?: string[]; known?: Record<string, string> };

const delivery = ({ client = dynamo.client, lines = [], known = {} }: Changes = {}) =>
  createBatchDelivery({
    dynamo: client,
    table,
    channels: {
      ses: new SESv2Client({ ...connection, endpoint: 'http://127.0.0.1:1' }),
      sns: topics.client,
      from: 'no-reply@shop.example',
      topics: { notices: topics.topicArn, ...known },
    },
    logger: createLogger({ service: 'notifications', level: 'info' }, { write: (line) => void lines.push(line) }),
  });

const failed = (...places: number[]) => ({
  batchItemFailures: places.map((place) => ({ itemIdentifier: `message-${place}` })),
});

beforeAll(async () => {
  [dynamo, topics] = await Promise.all([startDynamo(table), startTopics()]);
});
beforeEach(() => topics.told());
afterAll(async () => {
  await Promise.all([dynamo.stop(), topics.stop()]);
});

describe('a batch of notifications', () => {
  it('is delivered, and nothing of it comes again', async () => {
    expect(await delivery()(recordedBatch(), invocation())).toEqual({ batchItemFailures: [] });
    expect(await topics.told()).toEqual(['first', 'second']);
  });

  it('that SQS brings again is not delivered again', async () => {
    const batch = batchOf(notice('again-1'), notice('again-2'));
    await delivery()(batch, invocation());
    expect(await topics.told()).toHaveLength(2);
    expect(await delivery()(batch, invocation())).toEqual(failed());
    expect(await topics.told()).toEqual([]);
  });

  it('with the same notification twice delivers it once, whatever comes of the second message', async () => {
    const batch = batchOf(notice('twice'), notice('twice'));
    const answer = await delivery()(batch, invocation());
    // The second may be told to wait until the first is through; then it comes again and is done.
    if (answer.batchItemFailures.length > 0) await delivery()(batchOf(notice('twice')), invocation());
    expect(await topics.told()).toEqual(['twice']);
  });

  it('names what failed and delivers the rest; cured, only that is delivered', async () => {
    const batch = batchOf(notice('part-1'), notice('part-2', 'part-2', 'orders'), notice('part-3'));
    expect(await delivery()(batch, invocation())).toEqual(failed(1));
    expect(await topics.told()).toEqual(['part-1', 'part-3']);
    expect(await delivery({ known: { orders: topics.topicArn } })(batch, invocation())).toEqual(failed());
    expect(await topics.told()).toEqual(['part-2']);
  });

  it('with poison in it delivers the rest, and leaves the poison to the dead letters', async () => {
    const batch = batchOf('{', notice('beside-poison'), { notificationId: 'x' });
    expect(await delivery()(batch, invocation())).toEqual(failed(0, 2));
    expect(await topics.told()).toEqual(['beside-poison']);
  });

  it('of nothing but poison is no failure of the Lambda', async () => {
    expect(await delivery()(batchOf('{', 'null'), invocation())).toEqual(failed(0, 1));
  });

  it('leaves nothing personal in the log or the table', async () => {
    const lines: string[] = [];
    const secretive = notice('quiet', 'Ada Lovelace, your password is hunter2');
    const toNobody = {
      notificationId: 'loud',
      channel: { kind: 'MAIL', to: 'ada@example.com', subject: 'Hi', text: 'Ada' },
    };
    expect(await delivery({ lines })(batchOf(secretive, toNobody), invocation())).toEqual(failed(1));
    const { Items } = await dynamo.client.send(new ScanCommand({ TableName: table }));
    expect(lines.length).toBe(2);
    expect(lines.join() + JSON.stringify(Items)).not.toMatch(/Lovelace|ada@example|hunter2/i);
  });
});

describe('a delivery whose process dies before it could note it down', () => {
  /** The row is put; its completion never arrives, as if the process were gone. */
  const dying = () => {
    const client = new DynamoDBClient(dynamo.settings);
    client.middlewareStack.add(
      (next, { commandName }) =>
        (args) =>
          commandName === 'UpdateItemCommand' ? new Promise(() => {}) : next(args),
      { step: 'initialize' },
    );
    return client;
  };

  it('keeps others away while it may still live, is made once more after that, and never again', async () => {
    const batch = batchOf(notice('dies'));
    void delivery({ client: dying() })(batch, invocation(1_500));
    await expect.poll(topics.told, { timeout: 5_000 }).toEqual(['dies']);
    expect(await delivery()(batch, invocation())).toEqual(failed(0));
    await new Promise((resolve) => setTimeout(resolve, 1_600));
    expect(await delivery()(batch, invocation())).toEqual(failed());
    expect(await topics.told()).toEqual(['dies']);
    expect(await delivery()(batch, invocation())).toEqual(failed());
    expect(await topics.told()).toEqual([]);
  });
});

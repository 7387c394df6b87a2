import { request } from 'node:http';
import {
  ChangeMessageVisibilityCommand,
  CreateQueueCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { arnOfQueue, queueUrl, receiveAll, startTestCloud, type TestCloud } from './start-cloud.ts';

let cloud: TestCloud;
beforeEach(async () => {
  cloud = await startTestCloud();
});
afterEach(() => cloud.remove());

async function aQueue(name: string, attributes: Record<string, string> = {}): Promise<string> {
  await cloud.sqs.send(new CreateQueueCommand({ QueueName: name, Attributes: attributes }));
  return queueUrl(cloud.sqsUrl, name);
}

async function restart(): Promise<void> {
  await cloud.stop();
  cloud = await startTestCloud(cloud.dataDir);
}

const receiveOne = async (QueueUrl: string) =>
  (await cloud.sqs.send(new ReceiveMessageCommand({ QueueUrl, MessageSystemAttributeNames: ['All'] }))).Messages?.[0];

describe('the queues, spoken to by the SDK', () => {
  it('have URLs at the endpoint of now, also after a restart on another port', async () => {
    await aQueue('moving');
    const before = await cloud.sqs.send(new GetQueueUrlCommand({ QueueName: 'moving' }));
    expect(before.QueueUrl).toBe(`${cloud.sqsUrl}/000000000000/moving`);
    await restart();
    const after = await cloud.sqs.send(new GetQueueUrlCommand({ QueueName: 'moving' }));
    expect(after.QueueUrl).toBe(`${cloud.sqsUrl}/000000000000/moving`);
  });

  it('keep messages in order across a restart, those in flight with their receiver', async () => {
    await aQueue('kept');
    const Entries = ['a', 'b', 'c'].map((MessageBody) => ({ Id: MessageBody, MessageBody }));
    await cloud.sqs.send(new SendMessageBatchCommand({ QueueUrl: queueUrl(cloud.sqsUrl, 'kept'), Entries }));
    expect((await receiveOne(queueUrl(cloud.sqsUrl, 'kept')))?.Body).toBe('a');
    await restart();
    const received = await receiveAll(cloud.sqs, queueUrl(cloud.sqsUrl, 'kept'), { wanted: 2 });
    expect(received.map(({ Body }) => Body)).toEqual(['b', 'c']);
  });

  it('show a message again at once when its receiver gives it back', async () => {
    const QueueUrl = await aQueue('given-back');
    await cloud.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x' }));
    const first = await receiveOne(QueueUrl);
    await cloud.sqs.send(
      new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle: first?.ReceiptHandle, VisibilityTimeout: 0 }),
    );
    const second = await receiveOne(QueueUrl);
    expect(second?.Attributes?.ApproximateReceiveCount).toBe('2');
  });

  it('move a message to the dead letters when it was received too often, and keep it there', async () => {
    await aQueue('grave');
    const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: arnOfQueue('grave'), maxReceiveCount: 1 });
    const QueueUrl = await aQueue('deadly', { RedrivePolicy, VisibilityTimeout: '0' });
    await cloud.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'poison' }));
    expect((await receiveOne(QueueUrl))?.Body).toBe('poison');
    expect(await receiveOne(QueueUrl)).toBeUndefined();
    await restart();
    const [dead] = await receiveAll(cloud.sqs, queueUrl(cloud.sqsUrl, 'grave'), { wanted: 1 });
    expect(dead?.Body).toBe('poison');
  });

  it('give nothing to a poll whose client has gone', async () => {
    const QueueUrl = await aQueue('gone');
    await pollAndVanish(QueueUrl);
    await cloud.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x' }));
    const message = (await receiveAll(cloud.sqs, QueueUrl, { wanted: 1 }))[0];
    expect(message?.Attributes?.ApproximateReceiveCount).toBe('1');
  });
});

/** Sends a long poll and breaks the connection while it waits, as a killed consumer does. */
async function pollAndVanish(QueueUrl: string): Promise<void> {
  const headers = { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'AmazonSQS.ReceiveMessage' };
  const poll = request(cloud.sqsUrl, { method: 'POST', headers });
  poll.on('error', () => {});
  poll.end(JSON.stringify({ QueueUrl, WaitTimeSeconds: 20 }));
  await new Promise((resolve) => setTimeout(resolve, 100));
  poll.destroy();
  await new Promise((resolve) => setTimeout(resolve, 100));
}

import { rmSync } from 'node:fs';
import { CreateQueueCommand, ReceiveMessageCommand, SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startQueues } from '../src/queues/start-queues.ts';
import { queueUrl, sqsAt, temporaryFolder } from './start-cloud.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = temporaryFolder();
});
afterEach(() => rmSync(dataDir, { recursive: true }));

async function open() {
  const complaints: unknown[] = [];
  const log = { info: () => {}, warn: () => {}, error: (fields: object) => void complaints.push(fields) };
  const queues = await startQueues({ dataDir, port: 0, region: 'eu-central-1', log });
  return { queues, complaints, sqs: sqsAt(queues.url) };
}

/** Long polls of several consumers; each ends with what it got, or with the connection. */
async function poll(sqs: SQSClient, QueueUrl: string) {
  const receive = new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 20 });
  const polls = Array.from({ length: 20 }, () => sqs.send(receive).catch(() => ({ Messages: [] })));
  await new Promise((resolve) => setTimeout(resolve, 300));
  return Promise.all(polls);
}

describe('queues that are stopped', () => {
  it('end the polls that wait, and complain of nothing', async () => {
    const { queues, complaints, sqs } = await open();
    await sqs.send(new CreateQueueCommand({ QueueName: 'waited-at' }));
    const polls = poll(sqs, queueUrl(queues.url, 'waited-at'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const stoppedAt = Date.now();
    await queues.stop();
    await polls;
    expect(Date.now() - stoppedAt).toBeLessThan(2_000);
    expect(complaints).toEqual([]);
  });

  it('keep every message that comes while they stop', async () => {
    const first = await open();
    await first.sqs.send(new CreateQueueCommand({ QueueName: 'busy' }));
    const url = queueUrl(first.queues.url, 'busy');
    const polls = poll(first.sqs, url);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const sends = Array.from({ length: 50 }, (_, n) =>
      first.sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: String(n) })).then(
        () => [String(n)],
        () => [],
      ),
    );
    await new Promise((resolve) => setTimeout(resolve, 20));
    await first.queues.stop();
    const accepted = (await Promise.all(sends)).flat();
    const received = (await polls).flatMap(({ Messages = [] }) => Messages.map(({ Body }) => Body));
    expect(first.complaints).toEqual([]);
    const second = await open();
    const left = await drain(second.sqs, queueUrl(second.queues.url, 'busy'));
    await second.queues.stop();
    expect(accepted.filter((body) => !received.includes(body) && !left.includes(body))).toEqual([]);
  });
});

async function drain(sqs: SQSClient, QueueUrl: string): Promise<(string | undefined)[]> {
  const bodies: (string | undefined)[] = [];
  for (;;) {
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
    if (Messages.length === 0) return bodies;
    bodies.push(...Messages.map(({ Body }) => Body));
  }
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { DeleteMessageBatchCommand, type Message, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { type LocalCloud, silentLog, startLocalCloud } from '../src/index.ts';

const connection = {
  region: 'eu-central-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  maxAttempts: 1,
};

export const eventBridgeAt = (endpoint: string) => new EventBridgeClient({ ...connection, endpoint });
export const sqsAt = (endpoint: string) => new SQSClient({ ...connection, endpoint });

export const queueUrl = (sqsUrl: string, name: string) => `${sqsUrl}/000000000000/${name}`;
export const arnOfQueue = (name: string) => `arn:aws:sqs:eu-central-1:000000000000:${name}`;

export type TestCloud = LocalCloud & {
  dataDir: string;
  bridge: EventBridgeClient;
  sqs: SQSClient;
  remove: () => Promise<void>;
};

/** A local cloud in a folder of its own, with a real client for each endpoint. */
export async function startTestCloud(dataDir = temporaryFolder()): Promise<TestCloud> {
  const cloud = await startLocalCloud({ dataDir, log: silentLog });
  const remove = async () => {
    await cloud.stop();
    rmSync(dataDir, { recursive: true });
  };
  return { ...cloud, dataDir, bridge: eventBridgeAt(cloud.eventBridgeUrl), sqs: sqsAt(cloud.sqsUrl), remove };
}

export const temporaryFolder = () => mkdtempSync(join(tmpdir(), 'local-cloud-'));

/** Receives and deletes until the wanted number of messages is there, or fails when the time is over. */
export async function receiveAll(
  sqs: SQSClient,
  QueueUrl: string,
  { wanted, withinMs = 10_000 }: { wanted: number; withinMs?: number },
): Promise<Message[]> {
  const received: Message[] = [];
  const deadline = Date.now() + withinMs;
  while (received.length < wanted) {
    if (Date.now() > deadline) throw new Error(`${received.length} of ${wanted} messages came in ${withinMs} ms`);
    received.push(...(await receiveSome(sqs, QueueUrl, 1)));
  }
  return received;
}

/** Receives and deletes until nothing has come for three seconds: three times the beat of the deliverer's polling. */
export async function receiveUntilQuiet(sqs: SQSClient, QueueUrl: string): Promise<Message[]> {
  const received: Message[] = [];
  for (;;) {
    const messages = await receiveSome(sqs, QueueUrl, 3);
    if (messages.length === 0) return received;
    received.push(...messages);
  }
}

async function receiveSome(sqs: SQSClient, QueueUrl: string, WaitTimeSeconds: number): Promise<Message[]> {
  const names = { MessageAttributeNames: ['All'], MessageSystemAttributeNames: ['All' as const] };
  const receive = new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds, ...names });
  const { Messages = [] } = await sqs.send(receive);
  const Entries = Messages.map(({ ReceiptHandle }, at) => ({ Id: String(at), ReceiptHandle }));
  if (Entries.length > 0) await sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
  return Messages;
}

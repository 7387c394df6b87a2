import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { DeleteMessageCommand, type Message, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
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
  remove(): Promise<void>;
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

/** Receives and deletes until the wanted number of messages is there, or fails after ten seconds. */
export async function receiveAll(sqs: SQSClient, QueueUrl: string, wanted: number): Promise<Message[]> {
  const received: Message[] = [];
  const deadline = Date.now() + 10_000;
  while (received.length < wanted) {
    if (Date.now() > deadline) throw new Error(`${received.length} of ${wanted} messages came in ten seconds`);
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl,
        MaxNumberOfMessages: 10,
        WaitTimeSeconds: 1,
        MessageAttributeNames: ['All'],
        MessageSystemAttributeNames: ['All'],
      }),
    );
    for (const { ReceiptHandle } of Messages) await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    received.push(...Messages);
  }
  return received;
}

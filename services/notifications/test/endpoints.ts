import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SNSClient } from '@aws-sdk/client-sns';
import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import dynalite from 'dynalite';
import { startFauxqs } from 'fauxqs';

export const connection = {
  region: 'eu-central-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  maxAttempts: 1,
};

/** DynamoDB (dynalite) with a table as infra/ makes it. */
export const startDynamo = async (table: string) => {
  const server = dynalite({ createTableMs: 0 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const settings = { ...connection, endpoint: `http://127.0.0.1:${port}` };
  const client = new DynamoDBClient(settings);
  await client.send(
    new CreateTableCommand({
      TableName: table,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    }),
  );
  const stop = async () => {
    client.destroy();
    server.close();
  };
  return { client, settings, stop };
};

/** SNS (fauxqs) with a topic, and a queue that is told what the topic is told. */
export const startTopics = async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'notifications-'));
  const server = await startFauxqs({ port: 0, dataDir, logger: false, defaultRegion: 'eu-central-1' });
  const endpoint = `http://127.0.0.1:${server.port}`;
  const { topicArn } = server.createTopic('notices');
  server.createQueue('told');
  server.subscribe({ topic: 'notices', queue: 'told' });
  const sqs = new SQSClient({ ...connection, endpoint });
  const QueueUrl = `${endpoint}/000000000000/told`;
  /** What the topic told since the last time, in any order. */
  const told = async (): Promise<string[]> => {
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
    for (const { ReceiptHandle } of Messages) await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    return Messages.map(({ Body = '' }) => (JSON.parse(Body) as { Message: string }).Message).sort();
  };
  const stop = async () => {
    sqs.destroy();
    await server.stop();
    rmSync(dataDir, { recursive: true });
  };
  return { client: new SNSClient({ ...connection, endpoint }), endpoint, topicArn, told, stop };
};

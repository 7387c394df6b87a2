import {
  ChangeMessageVisibilityBatchCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { consumerRoutes } from '@cartograph/events';
import type { Supergraph } from '@cartograph/testing';
import { until } from './until.ts';

/** The stack's queues by an SDK client that goes to them directly, past every tap. */
export type Queues = {
  readonly sqs: SQSClient;
  urlOf: (queueName: string) => string;
  /** Messages that wait, are delayed, or were received and not deleted. */
  depth: (queueName: string) => Promise<number>;
  send: (queueName: string, bodies: readonly string[]) => Promise<void>;
  /** Every message that can be received, left as it was. */
  peek: (queueName: string) => Promise<Message[]>;
  close: () => void;
};

const counts = [
  'ApproximateNumberOfMessages',
  'ApproximateNumberOfMessagesNotVisible',
  'ApproximateNumberOfMessagesDelayed',
] as const;

export const openQueues = ({ stack }: Supergraph): Queues => {
  const { sqsUrl } = stack.facts;
  const sqs = new SQSClient({
    endpoint: sqsUrl,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    useQueueUrlAsEndpoint: false,
  });
  const urlOf = (queueName: string): string => `${sqsUrl}/000000000000/${queueName}`;
  return {
    sqs,
    urlOf,
    depth: async (queueName) => {
      const command = new GetQueueAttributesCommand({ QueueUrl: urlOf(queueName), AttributeNames: [...counts] });
      const { Attributes = {} } = await sqs.send(command);
      return counts.reduce((sum, name) => sum + Number(Attributes[name] ?? '0'), 0);
    },
    send: async (queueName, bodies) => {
      for (let at = 0; at < bodies.length; at += 10) {
        const Entries = bodies.slice(at, at + 10).map((MessageBody, index) => ({ Id: String(index), MessageBody }));
        await sqs.send(new SendMessageBatchCommand({ QueueUrl: urlOf(queueName), Entries }));
      }
    },
    peek: (queueName) => peek(sqs, urlOf(queueName)),
    close: () => sqs.destroy(),
  };
};

const peek = async (sqs: SQSClient, QueueUrl: string): Promise<Message[]> => {
  const seen: Message[] = [];
  for (;;) {
    const command = new ReceiveMessageCommand({
      QueueUrl,
      MaxNumberOfMessages: 10,
      VisibilityTimeout: 30,
      MessageAttributeNames: ['All'],
    });
    const { Messages = [] } = await sqs.send(command);
    if (Messages.length === 0) break;
    seen.push(...Messages);
  }
  for (let at = 0; at < seen.length; at += 10) {
    const Entries = seen
      .slice(at, at + 10)
      .map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle, VisibilityTimeout: 0 }));
    await sqs.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries }));
  }
  return seen;
};

/** Resolves when every subgraph has taken in what was sent to it; throws when something of it became a dead letter. */
export const untilQueuesAreEmpty = async (supergraph: Supergraph): Promise<void> => {
  const queues = openQueues(supergraph);
  try {
    for (const { queueName, deadLetterQueueName } of consumerRoutes()) {
      await until(`${queueName} to be empty`, async () => (await queues.depth(queueName)) === 0);
      const dead = await queues.peek(deadLetterQueueName);
      if (dead.length > 0) throw new Error(`${deadLetterQueueName}: ${dead.map(({ Body }) => Body).join('\n')}`);
    }
  } finally {
    queues.close();
  }
};

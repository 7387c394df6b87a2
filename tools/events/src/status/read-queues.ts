import type { SQSClient } from '@aws-sdk/client-sqs';
import type { ConsumerName } from '@cartograph/events';
import { readQueueDepth } from '@cartograph/outbox';
import type { QueueUrls } from '../queue-variables.ts';

/** How a queue stands; SQS counts approximately and on AWS up to a minute late. */
export type QueueStatus = {
  readonly subgraph: ConsumerName;
  /** Messages that may be received now. */
  readonly visible: number;
  /** Received and not yet deleted, or hidden until they come again. */
  readonly inFlight: number;
  readonly deadLetters: number;
};

/** Reads the depth of each queue and of its dead letters. */
export const readQueues = (sqs: SQSClient, queues: readonly QueueUrls[]): Promise<QueueStatus[]> =>
  Promise.all(
    queues.map(async ({ subgraph, queueUrl, deadLetterQueueUrl }) => {
      const [queue, dead] = await Promise.all([readQueueDepth(sqs, queueUrl), readQueueDepth(sqs, deadLetterQueueUrl)]);
      return { subgraph, ...queue, deadLetters: dead.visible + dead.inFlight };
    }),
  );

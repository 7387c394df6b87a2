import {
  ChangeMessageVisibilityCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { QueueUrls } from '../queue-variables.ts';
import { type DeadLetter, deadLetterOf } from './dead-letter.ts';

/** A dead letter that is hidden from everybody else while we look at it. */
export type HeldLetter = DeadLetter & { readonly queue: QueueUrls; readonly message: Message };

/** What was not given back, because this process died, appears again after this. */
const hiddenSeconds = 120;

/**
 * Lends up to `limit` dead letters of each queue to the work. SQS cannot be looked into without receiving, so they are
 * hidden meanwhile; those that the work has not deleted are given back at its end.
 */
export const holdDeadLetters = async <Result>(
  { sqs, queues, limit }: { sqs: SQSClient; queues: readonly QueueUrls[]; limit: number },
  work: (letters: readonly HeldLetter[]) => Promise<Result>,
): Promise<Result> => {
  const held: HeldLetter[] = [];
  try {
    await Promise.all(queues.map((queue) => receiveAll(sqs, queue, { held, limit })));
    return await work(held);
  } finally {
    await Promise.all(held.map((letter) => giveBack(sqs, letter)));
  }
};

const receiveAll = async (
  sqs: SQSClient,
  queue: QueueUrls,
  { held, limit }: { held: HeldLetter[]; limit: number },
): Promise<void> => {
  for (let received = 0; received < limit; ) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: queue.deadLetterQueueUrl,
        MaxNumberOfMessages: Math.min(10, limit - received),
        VisibilityTimeout: hiddenSeconds,
        // Without waiting AWS asks only some of its servers, and a letter would be missed.
        WaitTimeSeconds: 1,
        MessageSystemAttributeNames: ['All'],
        MessageAttributeNames: ['All'],
      }),
    );
    if (Messages.length === 0) return;
    received += Messages.length;
    held.push(...Messages.map((message) => ({ ...deadLetterOf(queue.subgraph, message), queue, message })));
  }
};

const giveBack = async (sqs: SQSClient, { queue, message }: HeldLetter): Promise<void> => {
  const command = new ChangeMessageVisibilityCommand({
    QueueUrl: queue.deadLetterQueueUrl,
    ReceiptHandle: message.ReceiptHandle,
    VisibilityTimeout: 0,
  });
  // Deleted letters cannot be given back, and the others come back by themselves.
  await sqs.send(command).catch(() => undefined);
};

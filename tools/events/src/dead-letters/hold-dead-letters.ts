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

/** Letters are looked through until these ids are found; without ids all of them, `limit` of each queue at most. */
export type Wanted = { readonly limit: number; readonly ids: readonly string[] };

/** What was not given back, because this process died, appears again after this. */
const hiddenSeconds = 120;

/**
 * Lends the dead letters of the queues to the work, as many as are wanted. SQS cannot be looked into without receiving, so they are
 * hidden meanwhile; those that the work has not deleted are given back at its end.
 */
export const holdDeadLetters = async <Result>(
  { sqs, queues, wanted }: { sqs: SQSClient; queues: readonly QueueUrls[]; wanted: Wanted },
  work: (letters: readonly HeldLetter[]) => Promise<Result>,
): Promise<Result> => {
  const held: HeldLetter[] = [];
  try {
    await Promise.all(queues.map((queue) => receiveAll(sqs, queue, { held, wanted })));
    return await work(held);
  } finally {
    await Promise.all(held.map((letter) => giveBack(sqs, letter)));
  }
};

const receiveAll = async (
  sqs: SQSClient,
  queue: QueueUrls,
  { held, wanted: { limit, ids } }: { held: HeldLetter[]; wanted: Wanted },
): Promise<void> => {
  const isFound = (id: string) => held.some(({ messageId }) => messageId === id);
  for (let received = 0; received < limit && !(ids.length > 0 && ids.every(isFound)); ) {
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

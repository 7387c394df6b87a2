import {
  ChangeMessageVisibilityBatchCommand,
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  type Message,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { countSent, onQueue, timed } from './measures.ts';

export type Queue = { readonly sqs: SQSClient; readonly queueUrl: string; readonly deadLetterQueueUrl: string };

/** AWS: at most 10 entries a batch request. */
export const maxBatch = 10;

/** How often the message was received, this time included. */
export const receivesOf = (message: Message): number => Number(message.Attributes?.ApproximateReceiveCount ?? '1');

/** Hides the message for so many more seconds; 0 gives it back at once. */
export const hideFor = async ({ sqs, queueUrl }: Queue, message: Message, seconds: number): Promise<void> => {
  const { ReceiptHandle } = message;
  const command = new ChangeMessageVisibilityCommand({
    QueueUrl: queueUrl,
    ReceiptHandle,
    VisibilityTimeout: seconds,
  });
  await timed(onQueue(queueUrl, { name: 'ChangeMessageVisibility', type: 'settle' }), () => sqs.send(command));
};

/** Hides up to 10 messages for so many more seconds. */
export const hideAllFor = async (queue: Queue, messages: readonly Message[], seconds: number): Promise<void> => {
  const Entries = messages.map(({ ReceiptHandle }, index) => ({
    Id: String(index),
    ReceiptHandle,
    VisibilityTimeout: seconds,
  }));
  await queue.sqs.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: queue.queueUrl, Entries }));
};

/** Deletes up to 10 messages. Throws when one of them could not be deleted. */
export const deleteAll = async ({ sqs, queueUrl }: Queue, messages: readonly Message[]): Promise<void> => {
  const Entries = messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
  const attributes = onQueue(queueUrl, { name: 'DeleteMessageBatch', type: 'settle' });
  const command = new DeleteMessageBatchCommand({ QueueUrl: queueUrl, Entries });
  const { Failed = [] } = await timed(attributes, () => sqs.send(command));
  if (Failed.length > 0) throw new Error(`${Failed.length} messages were not deleted: ${Failed[0]?.Message}`);
};

/** Puts a copy into the dead letters, with the reason as an attribute. The original is still to be deleted. */
export const sendToDeadLetters = async (queue: Queue, message: Message, reason: string): Promise<void> => {
  const command = new SendMessageCommand({
    QueueUrl: queue.deadLetterQueueUrl,
    MessageBody: message.Body,
    MessageAttributes: { reason: { DataType: 'String', StringValue: attributeText(reason) } },
  });
  const attributes = onQueue(queue.deadLetterQueueUrl, { name: 'SendMessage', type: 'send' });
  await timed(attributes, () => queue.sqs.send(command));
  countSent(attributes, [undefined]);
};

/** SQS refuses an attribute with control characters or none at all, and such a message would come back for ever. */
const attributeText = (text: string): string => {
  const refused = /[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu;
  return text.slice(0, 1_000).toWellFormed().replace(refused, '\uFFFD') || 'no reason';
};

import { ChangeMessageVisibilityCommand, type Message, SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { parseDeliveredEvent, type SubgraphName } from '@cartograph/events';
import type { Logger } from '@cartograph/telemetry';
import { Consumer } from 'sqs-consumer';
import type { Outcome, Reactions } from './reactions.ts';
import { type Intake, takeIn } from './take-in.ts';
import type { Transaction, UnitOfWork } from './transaction.ts';

export type ConsumerOptions<Subgraph extends SubgraphName> = {
  sqs: SQSClient;
  queueUrl: string;
  deadLetterQueueUrl: string;
  reactions: Reactions<Subgraph>;
  unitOfWork: UnitOfWork;
  logger: Logger;
};

/** Seconds a received message stays hidden; extended by a heartbeat while a slow reaction runs. */
const visibilityTimeoutS = 30;

/**
 * Starts the way in: receives up to 10 messages at a time, takes each in by itself, and deletes those that are done.
 * What is no valid event, or impossible, goes to the dead letters with the reason; what is early or failed comes again.
 * `stop` finishes what is in hand.
 */
export const startConsumer = <Subgraph extends SubgraphName>(options: ConsumerOptions<Subgraph>): { stop: () => Promise<void> } => {
  const { sqs, queueUrl, logger } = options;
  const consumer = Consumer.create({
    sqs,
    queueUrl,
    batchSize: 10,
    waitTimeSeconds: 20,
    visibilityTimeout: visibilityTimeoutS,
    heartbeatInterval: visibilityTimeoutS / 3,
    useQueueUrlAsEndpoint: false,
    messageSystemAttributeNames: ['ApproximateReceiveCount'],
    handleMessageBatch: async (messages) => {
      const isDone = await Promise.all(messages.map((message) => settle(options, message)));
      return messages.filter((_, index) => isDone[index]);
    },
  });
  consumer.on('error', (error) => logger.warn({ err: error }, 'the queue could not be read, it is tried again'));
  consumer.on('processing_error', (error) => logger.error({ err: error }, 'a batch of events failed'));
  consumer.start();
  return {
    stop: () =>
      new Promise<void>((resolve) => {
        if (!consumer.status.isRunning) return resolve();
        consumer.once('stopped', () => resolve());
        consumer.stop({ abort: true });
      }),
  };
};

/** True when the message is done with and may be deleted. A poisoned message is settled alone and never blocks the others. */
const settle = async <Subgraph extends SubgraphName>(options: ConsumerOptions<Subgraph>, message: Message): Promise<boolean> => {
  const { logger } = options;
  try {
    const intake = await intakeOf(options, message);
    if (intake.kind === 'early') await comeBackLater(options, message);
    if (intake.kind === 'impossible') await toDeadLetters(options, message, intake.reason);
    return intake.kind !== 'early';
  } catch (error) {
    logger.warn({ err: error, messageId: message.MessageId }, 'an event could not be taken in, it comes again');
    await comeBackLater(options, message).catch(() => undefined);
    return false;
  }
};

const intakeOf = async <Subgraph extends SubgraphName>(options: ConsumerOptions<Subgraph>, message: Message): Promise<Intake> => {
  const parsed = parseDeliveredEvent(message.Body ?? '');
  if (!parsed.ok) return { kind: 'impossible', reason: parsed.reason };
  const table = options.reactions as Readonly<Record<string, ((tx: Transaction, event: never) => Promise<Outcome>) | undefined>>;
  const reaction = table[parsed.event.name];
  if (!reaction) return { kind: 'impossible', reason: `nobody here reacts to ${parsed.event.name}` };
  const intake = await takeIn(options.unitOfWork, reaction, parsed.event);
  options.logger.debug({ event: parsed.event.name, aggregateId: parsed.event.aggregateId, intake: intake.kind }, 'event taken in');
  return intake;
};

/** Hidden for 1, 2, 4 ... 30 s, by how often it was received: after the queue's maximum it becomes a dead letter by itself. */
const comeBackLater = async ({ sqs, queueUrl }: { sqs: SQSClient; queueUrl: string }, message: Message): Promise<void> => {
  const received = Number(message.Attributes?.ApproximateReceiveCount ?? '1');
  await sqs.send(
    new ChangeMessageVisibilityCommand({
      QueueUrl: queueUrl,
      ReceiptHandle: message.ReceiptHandle,
      VisibilityTimeout: Math.min(30, 2 ** Math.min(received - 1, 5)),
    }),
  );
};

const toDeadLetters = async <Subgraph extends SubgraphName>(
  { sqs, deadLetterQueueUrl, logger }: ConsumerOptions<Subgraph>,
  message: Message,
  reason: string,
): Promise<void> => {
  logger.error({ messageId: message.MessageId, reason }, 'an event went to the dead letters');
  await sqs.send(
    new SendMessageCommand({
      QueueUrl: deadLetterQueueUrl,
      MessageBody: message.Body,
      MessageAttributes: { reason: { DataType: 'String', StringValue: reason.slice(0, 1_000) } },
    }),
  );
};

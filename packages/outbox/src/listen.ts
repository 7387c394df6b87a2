import type { Message } from '@aws-sdk/client-sqs';
import { type DomainEvent, parseDeliveredEvent } from '@cartograph/events';
import { count, type Logger, record } from '@cartograph/telemetry';
import { onQueue } from './measures.ts';
import { createMessageDeletion } from './message-deletion.ts';
import { createMessagesInHand } from './messages-in-hand.ts';
import { observeQueue } from './observe-queue.ts';
import { hideFor, type Queue, sendToDeadLetters } from './queue-messages.ts';
import { startReceiver } from './receiver.ts';
import { sqsClient } from './sqs-client.ts';

export type Listening = {
  readonly config: {
    readonly AWS_REGION: string;
    readonly AWS_ENDPOINT_URL_SQS?: string | undefined;
    readonly EVENT_QUEUE_URL: string;
    readonly EVENT_DEAD_LETTER_QUEUE_URL: string;
  };
  /** May be told the same twice, and late: there is no inbox here. What it throws comes again. */
  readonly hear: (event: DomainEvent) => Promise<void>;
  readonly logger: Logger;
};

const concurrency = 16;
const visibilityTimeoutSeconds = 30;
/** After that many receives the queue itself makes it a dead letter. */
const comeAgainSeconds = 1;

/** Hears events for somebody who has no database: nothing is written down, and what was heard is deleted. */
export const startListening = ({ config, hear, logger }: Listening): { stop: () => Promise<void> } => {
  const sqs = sqsClient(config);
  const queue: Queue = {
    sqs,
    queueUrl: config.EVENT_QUEUE_URL,
    deadLetterQueueUrl: config.EVENT_DEAD_LETTER_QUEUE_URL,
  };
  const deletion = createMessageDeletion(queue, logger);
  const { take, room, empty } = createMessagesInHand(concurrency, async (message) => {
    if (await isHeard({ queue, hear, logger }, message)) deletion.add(message);
  });
  const receiver = startReceiver({ queue, visibilityTimeoutSeconds, room, empty, take, logger });
  const stopObserving = observeQueue(queue);
  return {
    stop: async () => {
      stopObserving();
      await receiver.stop();
      await empty();
      await deletion.finish();
      sqs.destroy();
    },
  };
};

type Hearing = Pick<Listening, 'hear' | 'logger'> & { queue: Queue };

const isHeard = async ({ queue, hear, logger }: Hearing, message: Message): Promise<boolean> => {
  const { MessageId: messageId, Body = '' } = message;
  try {
    const parsed = parseDeliveredEvent(Body);
    if (parsed.ok) {
      await hear(parsed.event);
      noteLag(queue.queueUrl, parsed.event.occurredAt);
    } else {
      await sendToDeadLetters(queue, message, parsed.reason);
      count('cartograph.dead_letters', 1, onQueue(queue.queueUrl, { name: 'process', type: 'process' }));
      logger.error({ messageId, reason: parsed.reason }, 'an event went to the dead letters');
    }
    return true;
  } catch (error) {
    logger.warn({ err: error, messageId }, 'an event could not be heard, it comes again');
    await hideFor(queue, message, comeAgainSeconds).catch(() => undefined);
    return false;
  }
};

const noteLag = (queueUrl: string, occurredAt: string): void => {
  const seconds = Math.max(0, Date.now() - Date.parse(occurredAt)) / 1_000;
  record('cartograph.inbox.lag', seconds, onQueue(queueUrl, { name: 'process', type: 'process' }));
};

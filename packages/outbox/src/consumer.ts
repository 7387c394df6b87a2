import type { SubgraphName } from '@cartograph/events';
import type { Logger } from '@cartograph/telemetry';
import { createMessageDeletion } from './message-deletion.ts';
import { createMessagesInHand, type MessagesInHand } from './messages-in-hand.ts';
import { hideAllFor, maxBatch, type Queue } from './queue-messages.ts';
import type { Reactions } from './reactions.ts';
import { startReceiver } from './receiver.ts';
import { type Settling, settleMessage } from './settle-message.ts';
import type { UnitOfWork } from './transaction.ts';

export type ConsumerOptions<Subgraph extends SubgraphName> = Queue & {
  reactions: Reactions<Subgraph>;
  unitOfWork: UnitOfWork;
  logger: Logger;
  /** Reactions at once. */
  concurrency?: number;
  /** How long a received message stays hidden from others; extended for as long as it is in hand. */
  visibilityTimeoutSeconds?: number;
  /** Not above the queue's own maxReceiveCount, which is the net for messages that kill the process. */
  maxReceives?: number;
};

/**
 * Starts the way in: receives messages, takes each in by itself, and deletes those that are done. What is no valid
 * event, or impossible, goes to the dead letters with the reason; what is early or failed comes again. `stop` receives
 * no more, finishes what is in hand and resolves when nothing of it is left to do.
 */
export const startConsumer = <Subgraph extends SubgraphName>(
  options: ConsumerOptions<Subgraph>,
): { stop: () => Promise<void> } => {
  const { sqs, queueUrl, deadLetterQueueUrl, logger } = options;
  const { concurrency = 8, visibilityTimeoutSeconds = 30 } = options;
  const queue = { sqs, queueUrl, deadLetterQueueUrl };
  const stopping = new AbortController();
  const deletion = createMessageDeletion(queue, logger);
  const settling = settlingOf(options, queue, stopping.signal);
  const inHand = createMessagesInHand(concurrency, async (message) => {
    if ((await settleMessage(settling, message)) === 'delete') deletion.add(message);
  });
  const { room, empty, take } = inHand;
  const heartbeat = startHeartbeat({ queue, inHand, visibilityTimeoutSeconds, logger });
  const receiver = startReceiver({ queue, visibilityTimeoutSeconds, room, empty, take, logger });
  return {
    stop: async () => {
      stopping.abort();
      await receiver.stop();
      await inHand.empty();
      clearInterval(heartbeat);
      await deletion.finish();
    },
  };
};

const settlingOf = <Subgraph extends SubgraphName>(
  { reactions, unitOfWork, logger, maxReceives = 10 }: ConsumerOptions<Subgraph>,
  queue: Queue,
  stopping: AbortSignal,
): Settling => ({
  queue,
  reactions,
  unitOfWork,
  logger,
  maxReceives,
  stopping,
});

type Beating = { queue: Queue; inHand: MessagesInHand; visibilityTimeoutSeconds: number; logger: Logger };

/** Nobody else may get a message while it is in hand, however long its reaction takes or waits for its turn. */
const startHeartbeat = ({ queue, inHand, visibilityTimeoutSeconds, logger }: Beating): NodeJS.Timeout =>
  setInterval(
    () => {
      const messages = inHand.all();
      for (let at = 0; at < messages.length; at += maxBatch) {
        hideAllFor(queue, messages.slice(at, at + maxBatch), visibilityTimeoutSeconds).catch((error: unknown) =>
          logger.warn({ err: error }, 'the visibility of events in hand could not be extended'),
        );
      }
    },
    (visibilityTimeoutSeconds * 1_000) / 3,
  );

import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import type { SubgraphName } from '@cartograph/events';
import type { Logger } from '@cartograph/telemetry';
import type { Pool } from 'pg';
import { startConsumer } from './consumer.ts';
import { observeOutbox } from './observe-outbox.ts';
import { observeQueue } from './observe-queue.ts';
import type { Reactions } from './reactions.ts';
import { startRelay } from './relay.ts';
import { startRowSweeper } from './row-sweeper.ts';
import { connectionTimeoutMs, sqsClient } from './sqs-client.ts';
import { sweepOldRows } from './sweep-old-rows.ts';
import type { UnitOfWork } from './transaction.ts';

/** `eventPathConfig` of @cartograph/config parses to this; what may be absent has the default given there. */
export type EventPathConfig = {
  readonly AWS_REGION: string;
  readonly AWS_ENDPOINT_URL_EVENTBRIDGE?: string | undefined;
  readonly AWS_ENDPOINT_URL_SQS?: string | undefined;
  readonly EVENT_BUS_NAME: string;
  readonly EVENT_QUEUE_URL?: string | undefined;
  readonly EVENT_DEAD_LETTER_QUEUE_URL?: string | undefined;
  readonly EVENT_CONCURRENCY?: number;
  readonly EVENT_VISIBILITY_TIMEOUT_SECONDS?: number;
  readonly OUTBOX_KEEP_DAYS?: number;
  readonly INBOX_KEEP_DAYS?: number;
  readonly IDEMPOTENCY_KEEP_DAYS?: number;
  readonly EVENT_SWEEP_INTERVAL_SECONDS?: number;
};

const eventBridgeClient = (config: EventPathConfig): EventBridgeClient =>
  new EventBridgeClient({
    region: config.AWS_REGION,
    // The relay waits and tries again itself, and longer: two back-offs one in the other would hold its locks meanwhile.
    maxAttempts: 1,
    requestHandler: { connectionTimeout: connectionTimeoutMs },
    ...(config.AWS_ENDPOINT_URL_EVENTBRIDGE && { endpoint: config.AWS_ENDPOINT_URL_EVENTBRIDGE }),
  });

const daySeconds = 86_400;

const keepOf = (config: EventPathConfig) => ({
  sentEvents: (config.OUTBOX_KEEP_DAYS ?? 7) * daySeconds,
  inboxRows: (config.INBOX_KEEP_DAYS ?? 30) * daySeconds,
  idempotencyKeys: (config.IDEMPOTENCY_KEEP_DAYS ?? 30) * daySeconds,
});

/**
 * Starts the way out of a subgraph: the relay, and the sweeper that keeps the three tables small. `wake` is what a unit
 * of work calls after each commit.
 */
export const startWayOut = ({ config, pool, logger }: { config: EventPathConfig; pool: Pool; logger: Logger }) => {
  const eventBridge = eventBridgeClient(config);
  const relay = startRelay({ pool, eventBridge, busName: config.EVENT_BUS_NAME, logger });
  const sweeper = startRowSweeper({
    of: 'the event path',
    sweep: (mayGoOn) => sweepOldRows(pool, keepOf(config), mayGoOn),
    intervalMs: (config.EVENT_SWEEP_INTERVAL_SECONDS ?? 600) * 1_000,
    logger,
  });
  const stopObserving = observeOutbox(pool);
  return {
    wake: relay.wake,
    stop: async () => {
      stopObserving();
      await Promise.all([sweeper.stop(), relay.stop()]);
      eventBridge.destroy();
    },
  };
};

export type WayIn<Subgraph extends SubgraphName> = {
  config: EventPathConfig & { readonly EVENT_QUEUE_URL: string; readonly EVENT_DEAD_LETTER_QUEUE_URL: string };
  reactions: Reactions<Subgraph>;
  unitOfWork: UnitOfWork;
  logger: Logger;
};

/** Starts the way in of a subgraph: its queue, its reactions. */
export const startWayIn = <Subgraph extends SubgraphName>({ config, ...parts }: WayIn<Subgraph>) => {
  const sqs = sqsClient(config);
  const queue = { sqs, queueUrl: config.EVENT_QUEUE_URL, deadLetterQueueUrl: config.EVENT_DEAD_LETTER_QUEUE_URL };
  const consumer = startConsumer<Subgraph>({
    ...queue,
    ...parts,
    ...(config.EVENT_CONCURRENCY && { concurrency: config.EVENT_CONCURRENCY }),
    ...(config.EVENT_VISIBILITY_TIMEOUT_SECONDS && {
      visibilityTimeoutSeconds: config.EVENT_VISIBILITY_TIMEOUT_SECONDS,
    }),
  });
  const stopObserving = observeQueue(queue);
  return {
    stop: async () => {
      stopObserving();
      await consumer.stop();
      sqs.destroy();
    },
  };
};

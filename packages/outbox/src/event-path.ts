import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { SubgraphName } from '@cartograph/events';
import type { Logger } from '@cartograph/telemetry';
import type { Pool } from 'pg';
import { startConsumer } from './consumer.ts';
import type { Reactions } from './reactions.ts';
import { startRelay } from './relay.ts';
import type { UnitOfWork } from './transaction.ts';

export type EventPathConfig = {
  readonly AWS_REGION: string;
  readonly AWS_ENDPOINT_URL_EVENTBRIDGE?: string | undefined;
  readonly AWS_ENDPOINT_URL_SQS?: string | undefined;
  readonly EVENT_BUS_NAME: string;
  readonly EVENT_QUEUE_URL?: string | undefined;
  readonly EVENT_DEAD_LETTER_QUEUE_URL?: string | undefined;
};

const eventBridgeClient = (config: EventPathConfig): EventBridgeClient =>
  new EventBridgeClient({
    region: config.AWS_REGION,
    ...(config.AWS_ENDPOINT_URL_EVENTBRIDGE && { endpoint: config.AWS_ENDPOINT_URL_EVENTBRIDGE }),
  });

const sqsClient = (config: EventPathConfig): SQSClient =>
  new SQSClient({
    region: config.AWS_REGION,
    // By default the client goes to the host in the queue's URL and past the endpoint it was given.
    ...(config.AWS_ENDPOINT_URL_SQS && { endpoint: config.AWS_ENDPOINT_URL_SQS, useQueueUrlAsEndpoint: false }),
  });

/** Starts the way out of a subgraph. `wake` is what a unit of work calls after each commit. */
export const startWayOut = ({ config, pool, logger }: { config: EventPathConfig; pool: Pool; logger: Logger }) => {
  const eventBridge = eventBridgeClient(config);
  const relay = startRelay({ pool, eventBridge, busName: config.EVENT_BUS_NAME, logger });
  return {
    wake: relay.wake,
    stop: async () => {
      await relay.stop();
      eventBridge.destroy();
    },
  };
};

export type WayIn<Subgraph extends SubgraphName> = {
  config: EventPathConfig & { readonly EVENT_QUEUE_URL: string; readonly EVENT_DEAD_LETTER_QUEUE_URL: string };
  reactions: Reactions<Subgraph>;
  unitOfWork: UnitOfWork;
  logger: Logger;
  /** Receivers side by side, 10 messages each. */
  receivers?: number;
};

/** Starts the way in of a subgraph: its queue, its reactions. */
export const startWayIn = <Subgraph extends SubgraphName>({ config, reactions, unitOfWork, logger, receivers = 1 }: WayIn<Subgraph>) => {
  const sqs = sqsClient(config);
  const queue = { queueUrl: config.EVENT_QUEUE_URL, deadLetterQueueUrl: config.EVENT_DEAD_LETTER_QUEUE_URL };
  const consumers = Array.from({ length: receivers }, () => startConsumer<Subgraph>({ sqs, ...queue, reactions, unitOfWork, logger }));
  return {
    stop: async () => {
      await Promise.all(consumers.map((consumer) => consumer.stop()));
      sqs.destroy();
    },
  };
};

import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { Cloud } from './config.ts';

const common = ({ region, credentials }: Cloud) => ({
  region,
  ...(credentials && { credentials }),
  requestHandler: { connectionTimeout: 3_000, requestTimeout: 15_000, throwOnRequestTimeout: true },
});

/** Lends a client of SQS to the work. */
export const withSqs = async <Result>(cloud: Cloud, work: (sqs: SQSClient) => Promise<Result>): Promise<Result> => {
  const sqs = new SQSClient({
    ...common(cloud),
    // By default the client goes to the host in the queue's URL and past the endpoint it was given.
    ...(cloud.sqsUrl && { endpoint: cloud.sqsUrl, useQueueUrlAsEndpoint: false }),
  });
  try {
    return await work(sqs);
  } finally {
    sqs.destroy();
  }
};

/** Lends a client of EventBridge to the work. */
export const withEventBridge = async <Result>(
  cloud: Cloud,
  work: (eventBridge: EventBridgeClient) => Promise<Result>,
): Promise<Result> => {
  const eventBridge = new EventBridgeClient({
    ...common(cloud),
    ...(cloud.eventBridgeUrl && { endpoint: cloud.eventBridgeUrl }),
  });
  try {
    return await work(eventBridge);
  } finally {
    eventBridge.destroy();
  }
};

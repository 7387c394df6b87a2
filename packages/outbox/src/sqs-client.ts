import { SQSClient } from '@aws-sdk/client-sqs';

export const connectionTimeoutMs = 2_000;

export const sqsClient = (config: {
  readonly AWS_REGION: string;
  readonly AWS_ENDPOINT_URL_SQS?: string | undefined;
}): SQSClient =>
  new SQSClient({
    region: config.AWS_REGION,
    // A receive waits up to 20 s for its answer.
    requestHandler: { connectionTimeout: connectionTimeoutMs, requestTimeout: 25_000, throwOnRequestTimeout: true },
    // By default the client goes to the host in the queue's URL and past the endpoint it was given.
    ...(config.AWS_ENDPOINT_URL_SQS && { endpoint: config.AWS_ENDPOINT_URL_SQS, useQueueUrlAsEndpoint: false }),
  });

import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { IdempotencyConfig, makeIdempotent } from '@aws-lambda-powertools/idempotency';
import { DynamoDBPersistenceLayer } from '@aws-lambda-powertools/idempotency/dynamodb';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Logger } from '@cartograph/telemetry';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { type Channels, deliver } from './channels.ts';
import { type Notification, readNotification } from './notification.ts';

export type Dependencies = { channels: Channels; dynamo: DynamoDBClient; table: string; logger: Logger };

/** Longer than a message can live: 14 days in the queue, and 14 more among the dead letters. */
const rememberSeconds = 29 * 86_400;

/**
 * Delivers a batch of the queue, each notification once. What fails is named in the answer, comes again alone and is a
 * dead letter after five attempts; the rest of its batch is done.
 *
 * Once means: a row is put before the delivery and completed after it. A crash between the channel's yes and that
 * completion is the one case in which somebody is told twice, as SES and SNS know no key of ours.
 */
export const createBatchDelivery = (dependencies: Dependencies) => {
  const { dynamo, table, channels, logger } = dependencies;
  const persistenceStore = new DynamoDBPersistenceLayer({ tableName: table, awsSdkV3Client: dynamo });
  const config = new IdempotencyConfig({ eventKeyJmesPath: 'notificationId', expiresAfterSeconds: rememberSeconds });
  const deliverOnce = makeIdempotent((notification: Notification) => deliver(channels, notification), {
    persistenceStore,
    config,
    keyPrefix: 'notification',
  });

  const deliverRecord = async ({ body, messageId, attributes }: SQSRecord): Promise<void> => {
    try {
      const notification = readNotification(body);
      await deliverOnce(notification);
      logger.info({ notificationId: notification.notificationId, kind: notification.channel.kind }, 'delivered');
    } catch (error) {
      logger.warn({ err: nameOnly(error), messageId, attempt: attributes.ApproximateReceiveCount }, 'not delivered');
      throw error;
    }
  };

  return (event: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
    // How long a row of an attempt that died keeps others away: until this invocation would have been over.
    config.registerLambdaContext(context);
    const processor = new BatchProcessor(EventType.SQS);
    const options = { context, throwOnFullBatchFailure: false };
    return processPartialResponse(event, deliverRecord, processor, options);
  };
};

/** A channel's error may repeat the address it refused, and an address is nothing for a log. */
const nameOnly = (error: unknown): { name: string; status?: number } => {
  if (!(error instanceof Error)) return { name: 'unknown' };
  const { $metadata } = error as { $metadata?: { httpStatusCode?: number } };
  return { name: error.name, ...($metadata?.httpStatusCode !== undefined && { status: $metadata.httpStatusCode }) };
};

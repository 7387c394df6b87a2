import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SNSClient } from '@aws-sdk/client-sns';
import { createLogger } from '@cartograph/telemetry';
import { readConfig } from './config.ts';
import { createBatchDelivery } from './deliver-batch.ts';

const config = readConfig();

const deliverBatch = createBatchDelivery({
  dynamo: new DynamoDBClient(),
  table: config.IDEMPOTENCY_TABLE,
  channels: { ses: new SESv2Client(), sns: new SNSClient(), from: config.MAIL_FROM, topics: config.TOPIC_ARNS },
  logger: createLogger({ service: 'notifications', level: config.LOG_LEVEL }),
});

// Lambda calls it by this name.
export { deliverBatch as handler };

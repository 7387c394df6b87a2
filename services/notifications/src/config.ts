import { jsonText, parseConfig, processConfig } from '@cartograph/config';
import { z } from 'zod';

/** Every variable of the Lambda; docs/config.md is made from it. */
export const configShape = z.object({
  LOG_LEVEL: processConfig.LOG_LEVEL,
  IDEMPOTENCY_TABLE: z
    .string()
    .min(1)
    .describe('The DynamoDB table that remembers what was delivered; its key is `id`, its time to live `expiration`.'),
  MAIL_FROM: z.email().describe('Whom mails come from; SES knows the domain.'),
  TOPIC_ARNS: jsonText(z.record(z.string(), z.string().startsWith('arn:'))).describe(
    'Topic name -> ARN: a notification names a topic, and only these can be told.',
  ),
});

export type Config = z.output<typeof configShape>;

/** Reads the environment of the Lambda. Throws BadConfig naming everything that is missing. */
export const readConfig = (): Config => parseConfig(configShape, process.env);

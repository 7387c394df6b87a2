import { jsonText, parseConfig, processConfig } from '@cartograph/config';
import { z } from 'zod';

const schema = z.object({
  LOG_LEVEL: processConfig.LOG_LEVEL,
  /** The DynamoDB table that remembers what was delivered; its key is `id`, its time to live `expiration`. */
  IDEMPOTENCY_TABLE: z.string().min(1),
  /** Whom mails come from; SES knows the domain. */
  MAIL_FROM: z.email(),
  /** Topic name -> ARN: a notification names a topic, and only these can be told. */
  TOPIC_ARNS: jsonText(z.record(z.string(), z.string().startsWith('arn:'))),
});

export type Config = z.output<typeof schema>;

/** Reads the environment of the Lambda. Throws BadConfig naming everything that is missing. */
export const readConfig = (): Config => parseConfig(schema, process.env);

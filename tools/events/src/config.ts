import { parseConfig } from '@cartograph/config';
import type { SubgraphName } from '@cartograph/events';
import { z } from 'zod';
import { type QueueUrls, queuesIn } from './queue-variables.ts';
import { runningVariables } from './running-variables.ts';

/** Where AWS is: itself, or what stands for it on this machine. */
export type Cloud = {
  readonly region: string;
  readonly eventBridgeUrl?: string | undefined;
  readonly sqsUrl?: string | undefined;
  /** Absent on AWS, where the SDK finds them by its own chain. */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
};

/** Where the parts of the event path are. Each throws BadConfig, naming every variable that it misses. */
export type EventPath = {
  readonly databaseUrls: () => Readonly<Record<SubgraphName, string>>;
  readonly queues: () => readonly QueueUrls[];
  readonly cloud: () => Cloud;
  readonly archive: () => { readonly busName: string; readonly archiveArn: string };
};

type Variables = Readonly<Record<string, string | undefined>>;

const postgresUrl = z.url({ protocol: /^postgres(ql)?$/ });
const databases = z.object({
  PRODUCT_DATABASE_URL: postgresUrl,
  ORDER_DATABASE_URL: postgresUrl,
  USER_DATABASE_URL: postgresUrl,
  PAYMENT_DATABASE_URL: postgresUrl,
});
const cloud = z.object({
  AWS_REGION: z.string().min(1),
  AWS_ENDPOINT_URL_EVENTBRIDGE: z.url().optional(),
  AWS_ENDPOINT_URL_SQS: z.url().optional(),
});
const archive = z.object({
  EVENT_BUS_NAME: z.string().min(1),
  EVENT_ARCHIVE_ARN: z.string().regex(/^arn:[\w-]+:events:[\w-]+:\d{12}:archive\/.+$/, 'is not the ARN of an archive'),
});

/**
 * The event path to work on: by environment variables when EVENT_BUS_NAME is among them, else that of the running
 * `start`. Throws CannotDo when there is neither.
 */
export const findEventPath = (): EventPath => {
  if (process.env.EVENT_BUS_NAME) return eventPathOf(process.env);
  return eventPathOf(runningVariables(), { accessKeyId: 'local', secretAccessKey: 'local' });
};

const eventPathOf = (variables: Variables, credentials?: NonNullable<Cloud['credentials']>): EventPath => ({
  databaseUrls: () => {
    const parsed = parseConfig(databases, variables);
    return {
      product: parsed.PRODUCT_DATABASE_URL,
      order: parsed.ORDER_DATABASE_URL,
      user: parsed.USER_DATABASE_URL,
      payment: parsed.PAYMENT_DATABASE_URL,
    };
  },
  queues: () => queuesIn(variables),
  cloud: () => {
    const parsed = parseConfig(cloud, variables);
    return {
      region: parsed.AWS_REGION,
      eventBridgeUrl: parsed.AWS_ENDPOINT_URL_EVENTBRIDGE,
      sqsUrl: parsed.AWS_ENDPOINT_URL_SQS,
      ...(credentials && { credentials }),
    };
  },
  archive: () => {
    const parsed = parseConfig(archive, variables);
    return { busName: parsed.EVENT_BUS_NAME, archiveArn: parsed.EVENT_ARCHIVE_ARN };
  },
});

import type { TogetherCheck } from '@cartograph/config';
import { z } from 'zod';

const megabytes = 1024 * 1024;

/** Settings of what the gateway keeps of subgraphs' answers: docs/cache.md. */
export const cacheConfig = {
  CACHE: z
    .enum(['on', 'off'])
    .default('on')
    .describe('`off`: every fetch is asked of its subgraph. The engine `apollo` never keeps anything.'),
  CACHE_BYTES: z.coerce
    .number()
    .int()
    .min(megabytes)
    .default(64 * megabytes)
    .describe('What is used least goes when these are used up.'),
  CACHE_OWN_CHANGES_MS: z.coerce
    .number()
    .int()
    .min(0)
    .default(5_000)
    .describe(
      'How long whoever has changed something is answered afresh: longer than the event of a change takes to arrive.',
    ),
  CACHE_IN_REDIS: z
    .enum(['on', 'off'])
    .default('on')
    .describe(
      'Where REDIS_URL is set: what is for everybody is kept there for all gateways, too. `off`: each keeps its own.',
    ),
  EVENT_QUEUE_URL: z
    .url()
    .optional()
    .describe('The queue that all gateways share; without one what is kept goes by its age alone.'),
  EVENT_DEAD_LETTER_QUEUE_URL: z.url().optional().describe('Where of that queue goes what cannot be read.'),
  REDIS_URL: z
    .url({ protocol: /^rediss?$/ })
    .optional()
    .describe(
      'Where gateways keep what is for everybody together, tell one another of changes, and count requests; a single one needs none.',
    ),
  REDIS_PASSWORD: z.string().min(1).optional().describe('The password of Redis, where REDIS_URL holds none. A secret.'),
  AWS_REGION: z.string().min(1).optional().describe('Where the queue is.'),
  AWS_ENDPOINT_URL_SQS: z.url().optional().describe('Only where it is not AWS itself.'),
};

type Settings = z.output<z.ZodObject<typeof cacheConfig>>;

/** A queue without what it takes to read it would be silence, and nobody would know. */
export const checkCacheConfig: TogetherCheck<Settings> = (settings, context) => {
  if (settings.EVENT_QUEUE_URL === undefined) return;
  for (const name of ['EVENT_DEAD_LETTER_QUEUE_URL', 'AWS_REGION'] as const) {
    if (settings[name] === undefined)
      context.addIssue({ code: 'custom', path: [name], message: 'is missing, and EVENT_QUEUE_URL is set' });
  }
};

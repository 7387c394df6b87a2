import { z } from 'zod';

const megabytes = 1024 * 1024;

/** Settings of what the gateway keeps of subgraphs' answers: docs/cache.md. */
export const cacheConfig = {
  CACHE: z
    .enum(['on', 'off'])
    .default('off')
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
};

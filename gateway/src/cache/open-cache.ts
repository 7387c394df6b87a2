import { startListening } from '@cartograph/outbox';
import { count, type Logger, observe } from '@cartograph/telemetry';
import type { GatewayConfig } from '../config.ts';
import { createCache, type GatewayCache } from './create-cache.ts';
import { purgesOf } from './purge-rules.ts';

/** What the gateway keeps of answers, and what keeps it true. */
export type OpenedCache = { readonly cache: GatewayCache | null; readonly stop: () => Promise<void> };

export const openCache = (config: GatewayConfig, logger: Logger): OpenedCache => {
  if (config.CACHE === 'off' || config.EXECUTION === 'apollo') {
    logger.info('no answer of a subgraph is kept');
    return { cache: null, stop: async () => undefined };
  }
  const cache = createCache({
    maxBytes: config.CACHE_BYTES,
    ownChangesMs: config.CACHE_OWN_CHANGES_MS,
    logger,
    tell: (event, type, many = 1) =>
      count('cartograph.gateway.cache', many, { 'cartograph.cache.event': event, 'cartograph.cache.type': type }),
  });
  const stopObserving = observe(['cartograph.gateway.cache_bytes'], async () => ({
    'cartograph.gateway.cache_bytes': cache.bytes(),
  }));
  const stopHearing = hearChanges(cache, config, logger);
  return {
    cache,
    stop: async () => {
      stopObserving();
      await stopHearing();
    },
  };
};

const hearChanges = (cache: GatewayCache, config: GatewayConfig, logger: Logger): (() => Promise<void>) => {
  const { AWS_REGION, EVENT_QUEUE_URL, EVENT_DEAD_LETTER_QUEUE_URL, AWS_ENDPOINT_URL_SQS } = config;
  if (!AWS_REGION || !EVENT_QUEUE_URL || !EVENT_DEAD_LETTER_QUEUE_URL) {
    logger.warn('EVENT_QUEUE_URL names no queue: what is kept goes by its age alone, and may be that old');
    return async () => undefined;
  }
  logger.info('what is kept goes by events: of several gateways each event reaches one, the others go by age');
  const { stop } = startListening({
    config: { AWS_REGION, EVENT_QUEUE_URL, EVENT_DEAD_LETTER_QUEUE_URL, AWS_ENDPOINT_URL_SQS },
    hear: async (event) => {
      for (const purge of purgesOf(event)) cache.purge(purge);
    },
    logger,
  });
  return stop;
};

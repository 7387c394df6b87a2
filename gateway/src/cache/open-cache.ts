import { count, type Logger, observe } from '@cartograph/telemetry';
import type { GatewayConfig } from '../config.ts';
import { createCache, type GatewayCache } from './create-cache.ts';

/** What the gateway keeps of answers, and what keeps it true. */
export type OpenedCache = { readonly cache: GatewayCache | null; readonly stop: () => Promise<void> };

export const openCache = (config: GatewayConfig, logger: Logger): OpenedCache => {
  if (config.CACHE === 'off' || config.EXECUTION === 'apollo') {
    logger.info('nothing is kept of the answers of subgraphs');
    return { cache: null, stop: async () => undefined };
  }
  const cache = createCache({
    maxBytes: config.CACHE_BYTES,
    ownChangesMs: config.CACHE_OWN_CHANGES_MS,
    tell: (event, type, many = 1) =>
      count('cartograph.gateway.cache', many, { 'cartograph.cache.event': event, 'cartograph.cache.type': type }),
  });
  const stopObserving = observe(['cartograph.gateway.cache_bytes'], async () => ({
    'cartograph.gateway.cache_bytes': cache.bytes(),
  }));
  return { cache, stop: async () => stopObserving() };
};

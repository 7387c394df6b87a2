import { startListening } from '@cartograph/outbox';
import { count, type Logger, observe } from '@cartograph/telemetry';
import type { GatewayConfig } from '../config.ts';
import { type CacheOptions, createCache, type GatewayCache } from './create-cache.ts';
import { purgesOf } from './purge-rules.ts';
import { type SharedPurges, sharePurges } from './share-purges.ts';
import type { SharedAnswers } from './shared/shared-answers.ts';

/** What the gateway keeps of answers, null where it keeps none, and what keeps it true. */
export type OpenedCache = {
  readonly cache: GatewayCache | null;
  /** To be told of each mutation by a gateway that keeps nothing, as others may keep what the viewer reads next; else null. */
  readonly mutated: GatewayCache['mutated'] | null;
  readonly stop: () => Promise<void>;
};

export const openCache = async (config: GatewayConfig, logger: Logger): Promise<OpenedCache> => {
  const keepsNothing = config.CACHE === 'off' || config.EXECUTION === 'apollo';
  if (keepsNothing) {
    logger.info('no answer of a subgraph is kept');
    if (!config.EVENT_QUEUE_URL && !config.REDIS_URL)
      return { cache: null, mutated: null, stop: async () => undefined };
  }
  const makeCache = (shared: SharedAnswers | null, tellOfChange: CacheOptions['tellOfChange'] = null) =>
    createCache({
      maxBytes: config.CACHE_BYTES,
      ownChangesMs: config.CACHE_OWN_CHANGES_MS,
      shared: config.CACHE_IN_REDIS === 'on' ? shared : null,
      tellOfChange,
      logger,
      tell: (event, type, many = 1) =>
        count('cartograph.gateway.cache', many, { 'cartograph.cache.event': event, 'cartograph.cache.type': type }),
    });
  const { REDIS_URL: url, REDIS_PASSWORD: password } = config;
  const others = url ? await sharePurges({ url, password }, makeCache, logger) : null;
  const cache = others?.cache ?? makeCache(null);
  const stopObserving = observe(['cartograph.gateway.cache_bytes'], async () => ({
    'cartograph.gateway.cache_bytes': cache.bytes(),
  }));
  const stopHearing = hearChanges({ cache, others }, config, logger);
  return {
    // The queue is everybody's: one that keeps nothing takes its share of it, and tells the others.
    cache: keepsNothing ? null : cache,
    mutated: keepsNothing && others ? cache.mutated : null,
    stop: async () => {
      stopObserving();
      await stopHearing();
      others?.stop();
    },
  };
};

type Hearing = { cache: GatewayCache; others: SharedPurges | null };

const hearChanges = ({ cache, others }: Hearing, config: GatewayConfig, logger: Logger): (() => Promise<void>) => {
  const { AWS_REGION, EVENT_QUEUE_URL, EVENT_DEAD_LETTER_QUEUE_URL, AWS_ENDPOINT_URL_SQS } = config;
  if (!AWS_REGION || !EVENT_QUEUE_URL || !EVENT_DEAD_LETTER_QUEUE_URL) {
    logger.warn('EVENT_QUEUE_URL names no queue: what is kept goes by its age alone, and may be that old');
    return async () => undefined;
  }
  logger.info(
    others
      ? 'what is kept goes by events, which reach every gateway by Redis'
      : 'what is kept goes by events; without REDIS_URL each reaches one gateway, and others go by age',
  );
  const { stop } = startListening({
    config: { AWS_REGION, EVENT_QUEUE_URL, EVENT_DEAD_LETTER_QUEUE_URL, AWS_ENDPOINT_URL_SQS },
    hear: async (event) => {
      const purges = purgesOf(event);
      for (const purge of purges) cache.purge(purge);
      if (purges.length > 0) await others?.tell(purges);
    },
    logger,
  });
  return stop;
};

import { subgraphNames } from '@cartograph/events';
import {
  createStorefront,
  type Exchange,
  type Storefront,
  type Supergraph,
  startRedis,
  startSupergraph,
  type TestRedis,
} from '@cartograph/testing';
import { redisProgram } from '../config.ts';
import { importProducts } from '../support/import-catalogue.ts';
import { variantOf } from '../support/shopper.ts';
import { type Collector, startCollector } from './collector.ts';

/** The stack in which people open accounts: with a Redis, two replicas of the user subgraph count attempts in it together. */
export type Shop = {
  readonly supergraph: Supergraph;
  readonly storefront: Storefront;
  readonly redis: TestRedis | null;
  /** The processes of the user subgraph. */
  readonly userParts: readonly string[];
  readonly variantId: string;
  /** Everything that was asked at the gateway and what it answered. */
  readonly exchanges: readonly Exchange[];
  /** What every process told of itself. */
  readonly collector: Collector;
  readonly stop: () => Promise<void>;
};

export const openShop = async (): Promise<Shop> => {
  const redis = redisProgram ? await startRedis(redisProgram) : null;
  const collector = await startCollector();
  // As much as can be told: what is not written at this level is written at none.
  const talkative = {
    LOG_LEVEL: 'trace',
    TELEMETRY: 'otlp',
    TELEMETRY_ENDPOINT: collector.url,
    TELEMETRY_INTERVAL_SECONDS: '1',
  };
  const supergraph = await startSupergraph({
    replicas: { user: redis ? 2 : 1 },
    settings: {
      ...Object.fromEntries([...subgraphNames, 'sandbox-provider'].map((name) => [name, talkative])),
      // Journeys come from networks of their own, by a proxy that is believed.
      gateway: { ...talkative, TRUSTED_PROXY_HOPS: '1' },
      user: {
        ...talkative,
        ...(redis && { REDIS_URL: redis.url, REDIS_PASSWORD: redis.password }),
        THROTTLE_NETWORK_ALLOWANCE: '1',
        EXPORT_SWEEP_SECONDS: '0.2',
      },
    },
  });
  await importProducts(supergraph, [{ handle: 'lamp', priceEur: '19.99', quantity: 1_000 }]);
  const exchanges: Exchange[] = [];
  return {
    supergraph,
    storefront: createStorefront(supergraph.url, {}, (exchange) => exchanges.push(exchange)),
    redis,
    userParts: redis ? ['user-1', 'user-2'] : ['user'],
    variantId: await variantOf(supergraph.storefront, 'lamp'),
    exchanges,
    collector,
    stop: async () => {
      await supergraph.stop();
      await redis?.stop();
      await collector.stop();
    },
  };
};

import type { OpenedRedis } from '@cartograph/redis';
import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { Counter, Quota } from './quota.ts';

/** Counts for all replicas together. Rejects while Redis is away. */
export const countInRedis = (name: string, quota: Quota, redis: OpenedRedis): Counter => {
  const limiter = new RateLimiterRedis({
    storeClient: redis,
    useRedisPackage: true,
    keyPrefix: `cartograph:${name}`,
    ...quota,
  });
  return {
    take: async (key) => {
      try {
        await limiter.consume(key);
        return null;
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return refusal.msBeforeNext;
        throw refusal;
      }
    },
    giveBack: async (key) => void (await limiter.reward(key)),
    forgive: async (key) => void (await limiter.delete(key)),
    isTaken: async (key) => (await limiter.get(key)) !== null,
  };
};

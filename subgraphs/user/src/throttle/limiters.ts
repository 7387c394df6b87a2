import type { OpenedRedis } from '@cartograph/redis';
import type { Logger } from '@cartograph/telemetry';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';

/** How many, in how many seconds. By network: people share one, so these are multiplied by the configured allowance. */
const limits = {
  registerByNetwork: { points: 20, duration: 3_600 },
  signInByNetwork: { points: 60, duration: 600 },
  signInByPair: { points: 10, duration: 900 },
  signInByStrangers: { points: 30, duration: 900 },
  mailByNetwork: { points: 20, duration: 3_600 },
  mailByAccount: { points: 5, duration: 3_600 },
  redeemByNetwork: { points: 60, duration: 600 },
  redeemByPair: { points: 10, duration: 900 },
  proveByAccount: { points: 10, duration: 900 },
} as const;

export type Limit = keyof typeof limits;

export type Limiters = {
  /** Takes one; null when there was one to take, else in how many milliseconds to come again. */
  take(limit: Limit, key: string): Promise<number | null>;
  giveBack(limit: Limit, key: string): Promise<void>;
  /** As if none had been taken. */
  forgive(limit: Limit, key: string): Promise<void>;
  /** Whether this account has been signed in from this network. */
  isKnown(pair: string): Promise<boolean>;
  noteKnown(pair: string): Promise<void>;
};

export type LimiterOptions = {
  /** Shared by all replicas; each counts for itself without it. */
  readonly redis: OpenedRedis | null;
  readonly networkAllowance: number;
  readonly logger: Logger;
};

// The longest that a timer of Node counts, for the counters in memory.
const knownSeconds = 24 * 86_400;

/** Counters in Redis, where there is one; a Redis that is away is replaced by counting in memory until it is back. */
export const createLimiters = ({ redis, networkAllowance, logger }: LimiterOptions): Limiters => {
  const limiter = (name: string, options: { points: number; duration: number }): RateLimiterAbstract => {
    const inMemory = new RateLimiterMemory({ keyPrefix: name, ...options });
    if (redis === null) return inMemory;
    return new RateLimiterRedis({
      storeClient: redis,
      useRedisPackage: true,
      keyPrefix: `cartograph:${name}`,
      insuranceLimiter: inMemory,
      ...options,
    });
  };
  const names = Object.keys(limits) as Limit[];
  const limiterOf = new Map(names.map((name) => [name, limiter(name, scaled(name, networkAllowance))]));
  const known = limiter('known', { points: 1_000_000, duration: knownSeconds });
  const find = (name: Limit): RateLimiterAbstract => {
    const found = limiterOf.get(name);
    if (!found) throw new Error(`no limiter is called ${name}`);
    return found;
  };
  return {
    take: async (limit, key) => {
      try {
        await find(limit).consume(key);
        return null;
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return refusal.msBeforeNext;
        // Nothing counts just now: whoever wants to sign in is let in.
        logger.warn({ err: refusal }, 'an attempt could not be counted');
        return null;
      }
    },
    giveBack: async (limit, key) => {
      await find(limit).reward(key);
    },
    forgive: async (limit, key) => {
      await find(limit).delete(key);
    },
    isKnown: async (pair) => (await known.get(pair)) !== null,
    noteKnown: async (pair) => {
      await known.penalty(pair);
    },
  };
};

const scaled = (name: Limit, allowance: number) => {
  const { points, duration } = limits[name];
  return { points: name.endsWith('ByNetwork') ? points * allowance : points, duration };
};

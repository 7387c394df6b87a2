import type { OpenedRedis } from '@cartograph/redis';
import type { Script } from './scripts.ts';

/** Runs scripts on Redis; null where that does not work or takes too long. Never rejects. */
export type RedisCalls = {
  readonly run: (script: Script, keys: readonly string[], values: readonly string[]) => Promise<unknown[] | null>;
  /** False while Redis is given time to come back: nothing is asked of it. */
  readonly isOpen: () => boolean;
};

type Limits = { readonly timeoutMs: number; readonly failures: number; readonly pauseMs: number };

/** A hit in Redis saves tens of milliseconds; waiting longer than that for one costs more than it brings. */
const defaultLimits: Limits = { timeoutMs: 50, failures: 3, pauseMs: 2_000 };

/** After a few failures one after the other it is left alone for a while, and then tried by one call. */
export const createRedisCalls = (redis: OpenedRedis, limits: Partial<Limits> = {}): RedisCalls => {
  const { timeoutMs, failures, pauseMs } = { ...defaultLimits, ...limits };
  let failed = 0;
  let closedUntilMs = 0;
  const isOpen = () => redis.isReady && Date.now() >= closedUntilMs;
  const fail = (): null => {
    failed += 1;
    if (failed >= failures) closedUntilMs = Date.now() + pauseMs;
    return null;
  };
  return {
    isOpen,
    run: async (script, keys, values) => {
      if (!isOpen()) return null;
      // Of those who come when the pause is over, the first is the one who tries.
      if (failed >= failures) closedUntilMs = Date.now() + pauseMs;
      try {
        const answer = await inTime(runScript(redis, script, [String(keys.length), ...keys, ...values]), timeoutMs);
        failed = 0;
        closedUntilMs = 0;
        return Array.isArray(answer) ? (answer as unknown[]) : [answer];
      } catch {
        return fail();
      }
    },
  };
};

/** By its hash, and by its text where Redis has not seen it, or has forgotten it. */
const runScript = async (redis: OpenedRedis, { text, hash }: Script, rest: string[]): Promise<unknown> => {
  try {
    return await redis.sendCommand(['EVALSHA', hash, ...rest]);
  } catch (error) {
    if (!(error instanceof Error && error.message.startsWith('NOSCRIPT'))) throw error;
    return redis.sendCommand(['EVAL', text, ...rest]);
  }
};

const inTime = async <Value>(value: Promise<Value>, limitMs: number): Promise<Value> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('Redis did not answer in time')), limitMs);
  });
  try {
    return await Promise.race([value, late]);
  } finally {
    clearTimeout(timer);
  }
};

import type { OpenedRedis } from '@cartograph/redis';
import type { Logger } from '@cartograph/telemetry';
import { countInMemory } from './count-in-memory.ts';
import { countInRedis } from './count-in-redis.ts';
import type { Counter, Quota } from './quota.ts';

/** One counter for each quota, by its name. Nothing of them ever rejects: who cannot be counted is let in. */
export type Counters<Name extends string> = {
  /** Takes one; null when there was one to take, else in how many milliseconds to come again. */
  readonly take: (quota: Name, key: string) => Promise<number | null>;
  readonly giveBack: (quota: Name, key: string) => Promise<void>;
  /** As if none had been taken. */
  readonly forgive: (quota: Name, key: string) => Promise<void>;
  /** Whether one was taken, and its time is not over. */
  readonly isTaken: (quota: Name, key: string) => Promise<boolean>;
};

export type CountersOptions = {
  /** Shared by all replicas; each counts for itself without it. */
  readonly redis: OpenedRedis | null;
  readonly logger: Logger;
  /** As long as a Redis that hangs may keep somebody waiting, once; it is then left alone for a while. */
  readonly patienceMs?: number;
  /** How many keys each quota counts in memory at most. */
  readonly mostKeys?: number;
};

const restMs = 5_000;

/** Counters in Redis, where there is one; a Redis that is away or hangs is replaced by counting in memory until it is back. */
export const openCounters = <Name extends string>(
  quotas: Readonly<Record<Name, Quota>>,
  { redis, logger, patienceMs = 250, mostKeys = 100_000 }: CountersOptions,
): Counters<Name> => {
  const namesAndQuotas = Object.entries(quotas) as [Name, Quota][];
  const inMemory = new Map(namesAndQuotas.map(([name, quota]) => [name, countInMemory(quota, mostKeys)]));
  const inRedis = redis && new Map(namesAndQuotas.map(([name, quota]) => [name, countInRedis(name, quota, redis)]));
  let restsUntilMs = 0;

  const count = async <T>(name: Name, ask: (counter: Counter) => T | Promise<T>): Promise<T> => {
    if (inRedis && redis?.isReady && performance.now() >= restsUntilMs) {
      try {
        return await inTime(Promise.resolve(ask(counterOf(inRedis, name))), patienceMs);
      } catch (error) {
        restsUntilMs = performance.now() + restMs;
        logger.warn({ err: error }, 'Redis does not count: this process counts for itself for a while');
      }
    }
    return ask(counterOf(inMemory, name));
  };
  return {
    take: (quota, key) => count(quota, (counter) => counter.take(key)),
    giveBack: (quota, key) => count(quota, (counter) => counter.giveBack(key)),
    forgive: (quota, key) => count(quota, (counter) => counter.forgive(key)),
    isTaken: (quota, key) => count(quota, (counter) => counter.isTaken(key)),
  };
};

const counterOf = (counters: ReadonlyMap<string, Counter>, name: string): Counter => {
  const found = counters.get(name);
  if (!found) throw new Error(`no quota is called ${name}`);
  return found;
};

/** Rejects where the other side is late, and not where this process was, which had no time yet to read what came. */
const inTime = async <T>(asked: Promise<T>, patienceMs: number): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    const giveUp = () => reject(new Error(`no answer within ${patienceMs} ms`));
    // What has come meanwhile is read between a timer and what is due immediately.
    timer = setTimeout(() => setImmediate(() => setImmediate(giveUp)), patienceMs);
  });
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
};

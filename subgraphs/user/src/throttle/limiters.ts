import { type Counters, type CountersOptions, openCounters, type Quota } from '@cartograph/throttle';

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

export type Limiters = Pick<Counters<Limit>, 'take' | 'giveBack' | 'forgive'> & {
  /** Whether this account has been signed in from this network. */
  isKnown(pair: string): Promise<boolean>;
  noteKnown(pair: string): Promise<void>;
};

export type LimiterOptions = CountersOptions & { readonly networkAllowance: number };

/** Whoever signs in can wait a moment. Counting apart gives whoever guesses more attempts: not for a Redis that is a little late. */
const patienceMs = 2_000;

const knownFor: Quota = { points: 1_000_000, duration: 24 * 86_400 };

/** The limits of this subgraph, counted by all its replicas together where there is a Redis. */
export const createLimiters = ({ networkAllowance, ...options }: LimiterOptions): Limiters => {
  const names = Object.keys(limits) as Limit[];
  const scaledLimits = Object.fromEntries(names.map((name) => [name, scaled(name, networkAllowance)]));
  const counters = openCounters<Limit | 'known'>(
    { ...(scaledLimits as Record<Limit, Quota>), known: knownFor },
    { patienceMs, ...options },
  );
  return {
    take: counters.take,
    giveBack: counters.giveBack,
    forgive: counters.forgive,
    isKnown: (pair) => counters.isTaken('known', pair),
    noteKnown: async (pair) => void (await counters.take('known', pair)),
  };
};

const scaled = (name: Limit, allowance: number): Quota => {
  const { points, duration } = limits[name];
  return { points: name.endsWith('ByNetwork') ? points * allowance : points, duration };
};

import { setTimeout as delay } from 'node:timers/promises';
import type { Kept } from '../kept-answers.ts';
import type { SharedAnswers, SharedThing, Stamp } from './shared-answers.ts';

/** What all gateways together know of some keys: for each what is kept, or null where it is to be fetched. */
export type SharedKnowledge = {
  readonly kept: readonly (Kept | null)[];
  /** To be kept with what comes of a fetch that leaves now; null where nothing of it may be kept in Redis. */
  readonly stamp: Stamp | null;
};

/** Longer than a fetch mostly takes; then another gateway is too slow, or gone. */
const longestWaitMs = 250;
const firstPauseMs = 10;

/**
 * Asks Redis; what another gateway is just fetching is waited for, not for long. Where many miss the same thing at once
 * (`wantsLease`) one gateway fetches it, and one request within it.
 */
export const askShared = async (
  shared: SharedAnswers,
  keys: readonly string[],
  wantsLease: boolean,
): Promise<SharedKnowledge> => {
  const known = new Map<string, Kept>();
  const startedMs = performance.now();
  for (let pauseMs = firstPauseMs; ; pauseMs *= 2) {
    const open = keys.filter((key) => !known.has(key));
    const read = await shared.read(open, wantsLease);
    if (!read) return { kept: keys.map((key) => known.get(key) ?? null), stamp: null };
    for (const [index, thing] of read.things.entries()) {
      const key = open[index];
      if (key !== undefined && isKept(thing)) known.set(key, thing);
    }
    const isWaiting = read.things.includes('theirs');
    if (!isWaiting || performance.now() - startedMs + pauseMs > longestWaitMs) {
      return { kept: keys.map((key) => known.get(key) ?? null), stamp: read.stamp };
    }
    await delay(pauseMs);
  }
};

const isKept = (thing: SharedThing): thing is Kept => typeof thing === 'object';

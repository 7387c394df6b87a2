import { setTimeout as delay } from 'node:timers/promises';

/** Asks again until there is an answer; throws, naming what was waited for, when the time is over. */
export const until = async <Value>(
  what: string,
  look: () => Promise<Value | null | undefined | false>,
  limitMs = 30_000,
): Promise<Value> => {
  const deadline = Date.now() + limitMs;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`waited ${limitMs / 1000} s in vain for ${what}`);
    await delay(50);
  }
};

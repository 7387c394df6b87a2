import { setTimeout as delay } from 'node:timers/promises';

/** Asks again until the answer is true; throws, naming what was waited for, when the time is over. */
export const until = async (what: string, look: () => Promise<boolean>, limitMs = 20_000): Promise<void> => {
  const deadline = Date.now() + limitMs;
  while (!(await look())) {
    if (Date.now() > deadline) throw new Error(`waited ${limitMs / 1_000} s in vain for ${what}`);
    await delay(100);
  }
};

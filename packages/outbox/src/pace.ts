import { setTimeout as delay } from 'node:timers/promises';

/**
 * Begins things at least so many milliseconds apart: what comes in between is done together. Who has waited longer than
 * that for something to do begins at once.
 */
export const createPace = (apartMs: number): (() => Promise<void>) => {
  let begunAt = Number.NEGATIVE_INFINITY;
  return async () => {
    const waitMs = begunAt + apartMs - performance.now();
    if (waitMs > 0) await delay(waitMs);
    begunAt = performance.now();
  };
};

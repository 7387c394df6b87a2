import { setTimeout as delay } from 'node:timers/promises';

/**
 * Begins things at least so many milliseconds apart, or more where that is asked for: what comes in between is done
 * together. Who has waited longer than that for something to do begins at once.
 */
export const createPace = (leastMs: number): ((apartMs?: number) => Promise<void>) => {
  let begunAt = Number.NEGATIVE_INFINITY;
  return async (apartMs = leastMs) => {
    const waitMs = begunAt + Math.max(leastMs, apartMs) - performance.now();
    if (waitMs > 0) await delay(waitMs);
    begunAt = performance.now();
  };
};

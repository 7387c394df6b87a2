import { setTimeout as delay } from 'node:timers/promises';

/** Resolves with the milliseconds it took until that is so; throws when it is not within the time. */
export const eventually = async (isSo: () => Promise<boolean> | boolean, withinMs = 10_000): Promise<number> => {
  const start = performance.now();
  while (!(await isSo())) {
    if (performance.now() - start > withinMs) throw new Error(`not so within ${withinMs} ms: ${isSo.toString()}`);
    await delay(5);
  }
  return performance.now() - start;
};

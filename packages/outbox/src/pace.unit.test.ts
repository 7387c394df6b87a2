import { setTimeout as delay, setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createPace } from './pace.ts';

const apartMs = 30;

/** Whether it begins in this turn of the event loop. */
const beginsAtOnce = (pace: () => Promise<void>): Promise<boolean> =>
  Promise.race([pace().then(() => true), nextTurn(false)]);

it('begins at once what comes after a while, and holds back what comes too soon after another', async () => {
  const pace = createPace(apartMs);
  expect(await beginsAtOnce(pace)).toBe(true);
  expect(await beginsAtOnce(pace)).toBe(false);
  // The one that was held back begins meanwhile, and is long past in the end.
  await delay(3 * apartMs);
  expect(await beginsAtOnce(pace)).toBe(true);
  const again = performance.now();
  await pace();
  expect(performance.now() - again).toBeGreaterThan(apartMs - 2);
});

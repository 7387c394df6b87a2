import { describe, expect, it } from 'vitest';
import { runDifferential } from './differential/run-differential.ts';

// Another one for each run would find more, and fail in somebody's build for what they did not do: that is for the
// command `pnpm test:differential`, which draws its own.
const seed = 'cartograph';

describe('our engine and Apollo’s, on random graphs, data and operations', () => {
  it(`agree, or ours is right (pnpm test:differential --operations 1000 --seed ${seed})`, {
    timeout: 120_000,
  }, async () => {
    const run = await runDifferential(seed, 1_000);
    expect(run.found).toEqual([]);
    expect(run.operations).toBe(1_000);
    expect(run.graphs).toBeGreaterThan(10);
  });
});

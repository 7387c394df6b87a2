import { describe, expect, it } from 'vitest';
import { compareEngines } from './compiled/compare-engines.ts';
import { twoServers } from './compiled/compare-servers.ts';

// Another seed for each run would find more, and fail in somebody's build for what they did not do: that is for the
// command `pnpm test:compiled`, which draws its own.
const seed = 'cartograph';

describe('compiled execution', () => {
  it(`answers random operations as graphql-js does (pnpm test:compiled --seed ${seed})`, {
    timeout: 60_000,
  }, async () => {
    const run = await compareEngines(seed, 400);
    expect(run.differences).toEqual([]);
    expect(run.operations).toBe(400);
    for (const kind of ['withErrors', 'withoutData', 'refused'] as const) expect(run[kind]).toBeGreaterThan(5);
  });

  it('stands behind Apollo Server with the same bodies and the same word on keeping them', {
    timeout: 60_000,
  }, async () => {
    const servers = twoServers();
    const said = new Set<string | undefined>();
    for (let index = 0; index < 150; index += 1) {
      const { operation, ours, theirs } = await servers.ask(`${seed} ${index}`);
      expect({ operation, ...ours }).toEqual({ operation, ...theirs });
      said.add(ours.cacheControl);
    }
    await servers.stop();
    // Or it would not have been asked for much that may be kept.
    expect(said).toEqual(
      new Set([
        'max-age=5, private',
        'max-age=5, public',
        'max-age=7, public',
        'max-age=9, public',
        'max-age=20, private',
        'max-age=60, public',
        'no-store',
      ]),
    );
  });
});

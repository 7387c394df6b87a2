import { describe, expect, it } from 'vitest';
import { backOffMs } from './back-off.ts';

describe('the back-off', () => {
  it('begins with 50 ms at most, doubles, and never exceeds 5 s', () => {
    const longest = [1, 2, 3, 7, 8, 100, 10_000].map((failures) =>
      Math.max(...Array.from({ length: 200 }, () => backOffMs(failures))),
    );
    for (const [at, limit] of [50, 100, 200, 3_200, 5_000, 5_000, 5_000].entries()) {
      expect(longest[at]).toBeLessThanOrEqual(limit);
      expect(longest[at]).toBeGreaterThan(limit / 2);
    }
  });

  it('is half chance, so that those who failed together do not come back together', () => {
    const waits = Array.from({ length: 200 }, () => backOffMs(8));
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(2_500);
    expect(Math.max(...waits) - Math.min(...waits)).toBeGreaterThan(2_000);
  });
});

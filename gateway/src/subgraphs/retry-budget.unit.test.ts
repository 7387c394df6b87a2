import { describe, expect, it } from 'vitest';
import { createRetryBudget } from './retry-budget.ts';

describe('the budget of retries', () => {
  it('allows a share of the requests, and some more at first', () => {
    const budget = createRetryBudget(10);
    const sent = Array.from({ length: 1_000 }, () => {
      budget.earn();
      return budget.spend();
    }).filter(Boolean);
    expect(sent.length).toBeGreaterThanOrEqual(108);
    expect(sent.length).toBeLessThanOrEqual(110);
  });

  it('saves only so much in quiet hours', () => {
    const budget = createRetryBudget(100);
    for (let request = 0; request < 1_000; request += 1) budget.earn();
    expect(Array.from({ length: 20 }, () => budget.spend()).filter(Boolean)).toHaveLength(10);
  });
});

import { money } from '@cartograph/money';
import { describe, expect, it } from 'vitest';
import { priceRange } from './price.ts';

describe('the price range of a product', () => {
  it('goes from the lowest to the highest', () => {
    const prices = [1900n, 900n, 2900n].map((amount) => money(amount, 'EUR'));
    expect(priceRange(prices)).toEqual({ min: money(900n, 'EUR'), max: money(2900n, 'EUR') });
  });

  it('is none without a price', () => {
    expect(priceRange([])).toBeNull();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VariantId } from './product-variant.ts';
import { shortagesOf, sumLines } from './stock-line.ts';

const line = (variantId: string, quantity: number) => ({ variantId, quantity });
const level = (variantId: string, available: number, isOnSale = true) => ({
  variantId: variantId as VariantId,
  available,
  isOnSale,
});

describe('the lines of a hold', () => {
  it('are one a variant, in the order of ids, whatever order they came in', () => {
    expect(sumLines([line('b', 2), line('a', 1), line('b', 3)])).toEqual([line('a', 1), line('b', 5)]);
  });

  it('keep the pieces asked for', () => {
    const lines = fc.array(
      fc.record({ variantId: fc.constantFrom('a', 'b', 'c'), quantity: fc.integer({ min: 1, max: 9 }) }),
    );
    const pieces = (all: readonly { quantity: number }[]) => all.reduce((total, { quantity }) => total + quantity, 0);
    fc.assert(
      fc.property(lines, (asked) => {
        const summed = sumLines(asked);
        expect(pieces(summed)).toBe(pieces(asked));
        expect(summed.map(({ variantId }) => variantId)).toEqual(
          [...new Set(asked.map(({ variantId }) => variantId))].sort(),
        );
      }),
    );
  });

  it('are short of what is not there, not for sale, or unknown', () => {
    const lines = sumLines([line('a', 2), line('b', 2), line('c', 2), line('d', 2)]);
    expect(shortagesOf(lines, [level('a', 2), level('b', 1), level('c', 9, false)])).toEqual([
      { variantId: 'b', requested: 2, available: 1 },
      { variantId: 'c', requested: 2, available: 0 },
      { variantId: 'd', requested: 2, available: 0 },
    ]);
  });
});

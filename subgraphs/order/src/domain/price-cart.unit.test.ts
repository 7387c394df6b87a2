import { newId } from '@cartograph/ids';
import { money } from '@cartograph/money';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAvailable, priceLine, totalOf, type VariantFacts } from './price-cart.ts';

const facts = (overrides: Partial<VariantFacts> = {}): VariantFacts => ({
  variantId: newId('variant'),
  productId: newId('product'),
  title: 'Linen shirt',
  variantTitle: 'S',
  sku: null,
  isActive: true,
  prices: { EUR: '1999', JPY: '300' },
  ...overrides,
});
const line = (quantity = 1) => ({ id: newId('cartline'), variantId: newId('variant'), quantity });

describe('the prices of a cart', () => {
  it('are those of its one currency', () => {
    expect(priceLine(line(3), facts(), 'EUR').total).toEqual(money(5_997n, 'EUR'));
    expect(priceLine(line(3), facts(), 'JPY').total).toEqual(money(900n, 'JPY'));
  });

  it.each([
    ['is not active', facts({ isActive: false })],
    ['has no price in the currency', facts({ prices: { USD: '1' } })],
    ['is not known', null],
  ])('are missing for a variant that %s, which does not count in the total', (_, known) => {
    const priced = priceLine(line(), known, 'EUR');
    expect(isAvailable(priced)).toBe(false);
    expect(totalOf([priced, priceLine(line(2), facts(), 'EUR')], 'EUR')).toEqual(money(3_998n, 'EUR'));
  });

  it('add up: the total is the sum of the lines', () => {
    const anyLine = fc.record({ quantity: fc.integer({ min: 1, max: 1_000 }), price: fc.bigInt(0n, 10n ** 12n) });
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 50 }), (lines) => {
        const priced = lines.map(({ quantity, price }) =>
          priceLine(line(quantity), facts({ prices: { EUR: `${price}` } }), 'EUR'),
        );
        const expected = lines.reduce((sum, { quantity, price }) => sum + BigInt(quantity) * price, 0n);
        expect(totalOf(priced, 'EUR')).toEqual(money(expected, 'EUR'));
      }),
    );
  });
});

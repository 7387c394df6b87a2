import { newId } from '@cartograph/ids';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addToCart, cartLimits, isQuantity, setQuantity } from './change-cart.ts';

const aLine = (quantity = 1) => ({ id: newId('cartline'), variantId: newId('variant'), quantity });

describe('a cart', () => {
  it('gets a line for a new variant and more pieces of a known one', () => {
    const line = aLine(2);
    const newLineId = newId('cartline');
    const variantId = newId('variant');
    expect(addToCart([line], { variantId, quantity: 3, newLineId })).toEqual({
      ok: true,
      line: { id: newLineId, variantId, quantity: 3 },
    });
    expect(addToCart([line], { variantId: line.variantId, quantity: 3, newLineId })).toEqual({
      ok: true,
      line: { ...line, quantity: 5 },
    });
  });

  it('never holds a line with fewer than 1 or more than 1000 pieces, whatever is added', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000 }), fc.double(), (present, quantity) => {
        const line = aLine(present);
        const added = addToCart([line], { variantId: line.variantId, quantity, newLineId: newId('cartline') });
        expect(!added.ok || isQuantity(added.line.quantity)).toBe(true);
      }),
    );
  });

  it.each([0, -1, 1_001, 1.5, Number.NaN])('refuses %s as a quantity', (quantity) => {
    const line = aLine();
    const refusal = { ok: false, refusals: [{ code: 'INVALID_INPUT', path: ['input', 'quantity'] }] };
    expect(addToCart([], { variantId: line.variantId, quantity, newLineId: line.id })).toMatchObject(refusal);
    expect(setQuantity([line], { lineId: line.id, quantity })).toMatchObject(refusal);
  });

  it('holds 200 lines and no more, but more pieces of what it holds', () => {
    const full = Array.from({ length: cartLimits.lines }, () => aLine());
    const newLineId = newId('cartline');
    expect(addToCart(full, { variantId: newId('variant'), quantity: 1, newLineId })).toMatchObject({
      ok: false,
      refusals: [{ code: 'CART_LIMIT_EXCEEDED', limit: 200 }],
    });
    expect(addToCart(full, { variantId: full[7]?.variantId ?? newId('variant'), quantity: 1, newLineId }).ok).toBe(
      true,
    );
  });

  it('does not know the line of another cart', () => {
    expect(setQuantity([aLine()], { lineId: newId('cartline'), quantity: 2 })).toEqual({
      ok: false,
      refusals: [{ code: 'CART_LINE_NOT_FOUND' }],
    });
  });
});

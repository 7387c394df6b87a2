import { newId, uuidOfId } from '@cartograph/ids';
import { describe, expect, it } from 'vitest';
import { recordOf } from './record-of.ts';

describe('a record of a person', () => {
  it('carries names and ids as the graph does, amounts as text, and numbers without a lost digit', () => {
    const [buyer, product] = [newId('user'), newId('product')];
    const body = `{"buyer_id": "${uuidOfId(buyer)}", "total_minor": 900719925474099312, "version": 2, "big_number": 9007199254740993,
      "ended_at": null, "lines": [{"product_id": "${uuidOfId(product)}", "unit_price_minor": 1}, "plain"], "note": {"a_b": true}}`;
    expect(recordOf(body, { buyer_id: 'user', product_id: 'product' })).toEqual({
      buyerId: buyer,
      totalMinor: '900719925474099312',
      version: 2,
      bigNumber: '9007199254740993',
      endedAt: null,
      lines: [{ productId: product, unitPriceMinor: '1' }, 'plain'],
      note: { aB: true },
    });
  });
});

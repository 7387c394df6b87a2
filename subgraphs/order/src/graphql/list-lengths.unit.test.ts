import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { misjudgedLists } from '@cartograph/graph-limits';
import { expect, it } from 'vitest';
import { cartLimits } from '../domain/change-cart.ts';
import { revocationsPerPage } from '../persistence/guest-access.ts';

const schema = readFileSync(join(import.meta.dirname, '../../schema.graphql'), 'utf8');

it('takes no list to be shorter than it can be', () => {
  const longest = {
    'Cart.lines': cartLimits.lines,
    'Order.lines': cartLimits.lines,
    'OutOfStock.shortages': cartLimits.lines,
    'Query.guestRevocations': revocationsPerPage,
    // Every line can have gone out of sale.
    'CheckoutPayload.userErrors': cartLimits.lines,
    '*.userErrors': 1,
  };
  expect(misjudgedLists(schema, longest)).toEqual([]);
});

import { type CostRules, costModelOf, measureOperation } from '@cartograph/graph-limits';
import { buildSchema, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createCostMeasure } from './known-costs.ts';

const schema = buildSchema('type Query { things(first: Int): [Thing!]! } type Thing { id: ID! }');
const document = parse('query Some($n: Int) { things(first: $n) { id } } query All { things { id } }');
const costs = costModelOf(schema);
const heavy: CostRules = { weights: new Map([['Thing', 7]]), listSizes: new Map() };
const sent = (n: unknown, operationName = 'Some') => ({ operationName, variables: { n }, costs });

describe('costs that are known', () => {
  it('are those of the operation, its variables and the weights', () => {
    const measure = createCostMeasure();
    for (let round = 0; round < 2; round += 1) {
      for (const asked of [
        sent(3),
        sent(4),
        sent('3'),
        sent(3, 'All'),
        ...Array.from({ length: 40 }, (_, n) => sent(n)),
      ])
        expect(measure(schema, document, asked)).toEqual(measureOperation(schema, document, asked));
    }
    const other = costModelOf(schema, heavy);
    expect(measure(schema, document, { ...sent(3), costs: other }).cost).toBe(21);
    expect(measure(schema, document, sent(3)).cost).toBe(3);
  });

  it('are measured once, and those of long variables each time', () => {
    const measure = createCostMeasure();
    expect(measure(schema, document, sent(3))).toBe(measure(schema, document, sent(3)));
    const long = { operationName: 'Some', variables: { n: 3, other: 'x'.repeat(600) }, costs };
    expect(measure(schema, document, long)).not.toBe(measure(schema, document, long));
    expect(measure(schema, document, long)).toEqual(measure(schema, document, sent(3)));
  });
});

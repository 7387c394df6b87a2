import { describe, expect, it } from 'vitest';
import { expectedMutations, expectedTypes, gapsIn, rowsOf } from './index.ts';

const whole = [
  ...Object.keys(expectedTypes).map((name) => `type ${name} { id: ID! }`),
  `type Mutation { ${Object.keys(expectedMutations).join(': Int ')}: Int }`,
].join('\n');
const fields = 'extend type StockLevel { onHand: Int @requiresScopes reserved: Int @requiresScopes }';

describe('the tables of the permission matrix', () => {
  it('are whole when each row of the schemas has its line', () => {
    expect(gapsIn(rowsOf([whole, 'type Query { a: Int }', fields]))).toEqual([]);
  });

  it('name what is new in a schema, and what is gone', () => {
    const gaps = gapsIn(
      rowsOf([
        whole.replace('type Media ', 'type Refund '),
        'extend type Mutation { grantWishes: Int }',
        'type Refund { sum: Int @requiresScopes }',
      ]),
    );
    expect(gaps).toEqual([
      expect.stringMatching(/^type Refund has no line in .*expected-types.ts/),
      'type Media is expected, but no schema has it',
      expect.stringMatching(/^mutation grantWishes has no line/),
      expect.stringMatching(/^field Refund.sum has no line/),
      'field StockLevel.onHand is expected, but no schema has it',
      'field StockLevel.reserved is expected, but no schema has it',
    ]);
  });
});

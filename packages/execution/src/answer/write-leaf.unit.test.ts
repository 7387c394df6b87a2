import { buildSchema, type GraphQLLeafType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { leafWriter } from './write-leaf.ts';

const schema = buildSchema(
  'enum Color { RED } scalar Anything type Query { a: Color b: Anything c: Float d: ID e: Int f: Boolean }',
);
const write = (type: string, value: unknown) => leafWriter(schema.getType(type) as GraphQLLeafType)(value);

describe('a leaf of an answer', () => {
  it.each([
    ['Int', 7, '7'],
    ['Int', -2_147_483_648, '-2147483648'],
    ['Float', 1e21, '1e+21'],
    ['Float', 0.5, '0.5'],
    ['Boolean', false, 'false'],
    ['String', 'a"b', '"a\\"b"'],
    ['ID', 'x', '"x"'],
    ['ID', 12, '"12"'],
    ['Color', 'RED', '"RED"'],
    ['Anything', { a: [1] }, '{"a":[1]}'],
  ])('of type %s is written as JSON', (type, value, text) => {
    expect(write(type, value)).toBe(text);
  });

  it.each([
    ['Int', 1.5],
    ['Int', 2_147_483_648],
    ['Int', '7'],
    ['Float', 'NaN'],
    ['Float', Number.POSITIVE_INFINITY],
    ['Boolean', 1],
    ['String', 1],
    ['ID', 1.5],
    // Not of the clients' schema: inaccessible, or unknown.
    ['Color', 'SECRET'],
    ['Color', 'toString'],
  ])('is none when it is no %s', (type, value) => {
    expect(write(type, value)).toBeUndefined();
  });
});

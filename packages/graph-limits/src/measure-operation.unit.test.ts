import { buildSchema, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { measureOperation, operationLimits } from './index.ts';

const schema = buildSchema(`
  interface Node { id: ID! }
  type Order implements Node { id: ID! lines: [Line!]! customer: User }
  type Line { id: ID! product: Product }
  type Product { id: ID! related(first: Int = 3): ProductConnection }
  type ProductConnection { edges: [ProductEdge!]! nodes: [Product!]! totalCount: Int }
  type ProductEdge { cursor: String! node: Product! }
  type User { id: ID! orders(first: Int, last: Int): OrderConnection }
  type OrderConnection { nodes: [Order!]! }
  type Query { me: User node(id: ID!): Node nodes(ids: [ID!]!): [Node]! order(id: ID!): Order }
`);

const measure = (text: string) => measureOperation(schema, parse(text));
const { assumedListSize, assumedPageSize, maxPageSize } = operationLimits;

describe('what an operation asks for', () => {
  it('is as deep as its deepest field, through fragments too', () => {
    expect(measure('{ me { id } }').depth).toBe(2);
    expect(measure('{ order(id: 1) { ...L } } fragment L on Order { lines { product { id } } }').depth).toBe(4);
    expect(measure('{ node(id: 1) { ... on Order { customer { id } } } }').depth).toBe(3);
  });

  it('costs what its lists can hold, times what is in them', () => {
    expect(measure('{ me { id } }').cost).toBe(1);
    expect(measure('{ order(id: 1) { lines { id product { id } } } }').cost).toBe(1 + assumedListSize * 2);
  });

  it('counts a page by the size that is asked for, else by the default of the argument, else by an assumed one', () => {
    const page = (size: number) => 1 + 1 + size;
    expect(measure('{ me { orders(first: 7) { nodes { id } } } }').cost).toBe(page(7));
    expect(measure('{ me { orders { nodes { id } } } }').cost).toBe(page(assumedPageSize));
    expect(measure('query($n: Int = 9) { me { orders(first: $n) { nodes { id } } } }').cost).toBe(page(9));
    const related = '{ order(id: 1) { lines { product { related { edges { node { id } } } } } } }';
    expect(measure(related).cost).toBe(1 + assumedListSize * (1 + 1 + 1 + 3 * 2));
  });

  it('counts what is asked for by ids once for each of them', () => {
    expect(measure('{ nodes(ids: ["a", "b", "c"]) { id } }').cost).toBe(3);
    const byVariable = parse('query($ids: [ID!]!) { nodes(ids: $ids) { id } }');
    const ids = Array.from({ length: 40 }, (_, index) => `id${index}`);
    expect(measureOperation(schema, byVariable, { variables: { ids } }).cost).toBe(40);
    expect(measureOperation(schema, byVariable).cost).toBe(maxPageSize);
  });

  it('is taken at its worst where a variable says the size, and no page is larger than the largest', () => {
    expect(measure('query($n: Int) { me { orders(last: $n) { nodes { id } } } }').cost).toBe(2 + maxPageSize);
    expect(measure('{ me { orders(first: 100000) { nodes { id } } } }').cost).toBe(2 + maxPageSize);
  });

  it('is taken by the size that is sent, of the operation that is meant', () => {
    const text = 'query A($n: Int) { me { orders(last: $n) { nodes { id } } } } query B { me { id } }';
    const sent = (operationName: string, variables = {}) =>
      measureOperation(schema, parse(text), { operationName, variables }).cost;
    expect(sent('A', { n: 7 })).toBe(2 + 7);
    expect(sent('A', { n: -7 })).toBe(2);
    expect(sent('A')).toBe(2 + maxPageSize);
    expect(sent('B', { n: 7 })).toBe(1);
  });

  it('does not count what is known to be left out, and counts what may not be', () => {
    const text = `query ($yes: Boolean!, $no: Boolean = false) {
      a: me @skip(if: true) { id } b: me @include(if: $yes) { id } ... @include(if: $no) { c: me { id } d: me { id } } ...F @skip(if: $yes) }
      fragment F on Query { e: me { id } f: me { id } g: me { id } h: me { id } }`;
    const sent = (variables: Record<string, unknown>) => measureOperation(schema, parse(text), { variables }).cost;
    expect(sent({ yes: true })).toBe(1);
    expect(sent({ yes: false })).toBe(4);
    expect(sent({ yes: false, no: true })).toBe(6);
    expect(sent({})).toBe(5);
  });

  it('counts a named fragment by its own type where it stands on an interface', () => {
    const text = '{ node(id: 1) { ...L } } fragment L on Order { lines { product { id } } }';
    expect(measure(text)).toMatchObject({ cost: 1 + assumedListSize * 2, depth: 4 });
  });

  it('ends for a fragment that contains itself', () => {
    expect(measure('{ me { ...F } } fragment F on User { id ...F }').depth).toBe(2);
  });
});

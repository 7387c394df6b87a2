import fc from 'fast-check';
import { buildSchema, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { costModelOf, countObjects, measureAnswer, measureOperation, operationLimits, readCostRules } from './index.ts';

const link = (more = '') => `schema @link(url: "https://specs.apollo.dev/cost/v0.1"${more}) { query: Query }`;
const definitions = `
  directive @link(url: String, as: String, import: [LinkImport]) repeatable on SCHEMA
  scalar LinkImport
  directive @cost(weight: Int!) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR
  directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean = true) on FIELD_DEFINITION`;

const graphOf = (types: string, header = link(', import: ["@listSize"]')) => {
  const sdl = `${header} ${definitions} ${types}`;
  const schema = buildSchema(sdl);
  return { schema, costs: costModelOf(schema, readCostRules(sdl)) };
};

const { schema, costs } = graphOf(`
  type Query {
    users(max: Int = 20): [User!] @listSize(slicingArguments: ["max"])
    newest(page: Page): [User!] @listSize(slicingArguments: ["page.size"], assumedSize: 4)
    exact(first: Int, last: Int): [User!] @listSize(slicingArguments: ["first", "last"], requireOneSlicingArgument: true)
    search(by: Filter, sort: Sort, approximate: Boolean @cost(weight: -3)): Hits @cost(weight: 8) @listSize(slicingArguments: ["by.limit"], sizedFields: ["found"], assumedSize: 2)
    node: Node
  }
  interface Node { id: ID! owner: User }
  type User implements Node @cost(weight: 2) { id: ID! age: Int @cost(weight: 3) owner: User friends: [User!] @listSize(assumedSize: 7) picture: Picture }
  type Bot implements Node { id: ID! owner: User @cost(weight: 9) }
  type Hits { found: [User!] others: [User!] }
  input Page { size: Int }
  input Filter { limit: Int text: String @cost(weight: 5) and: [Filter!] }
  enum Sort @cost(weight: 6) { NAME }
  scalar Picture @cost(weight: 11)`);

const measure = (text: string, variables?: Record<string, unknown>) =>
  measureOperation(schema, parse(text), { costs, variables });
const cost = (text: string, variables?: Record<string, unknown>) => measure(text, variables).cost;

describe('what a supergraph says of cost', () => {
  it('weighs types, fields and leaves, once for each of them that can be answered', () => {
    expect(cost('{ users(max: 5) { id } }')).toBe(5 * 2);
    expect(cost('{ users(max: 5) { age } }')).toBe(5 * (2 + 3));
    expect(cost('{ users(max: 5) { picture } }')).toBe(5 * (2 + 11));
    expect(cost('{ users { id } }')).toBe(20 * 2);
    expect(cost('{ users(max: 2) { friends { id } } }')).toBe(2 * (2 + 7 * 2));
  });

  it('takes the size from a slicing argument, also from within an input and by a variable', () => {
    expect(cost('{ newest(page: { size: 3 }) { id } }')).toBe(3 * 2);
    expect(cost('query($p: Page) { newest(page: $p) { id } }', { p: { size: 6 } })).toBe(6 * 2);
    expect(cost('query($n: Int) { newest(page: { size: $n }) { id } }', { n: 6 })).toBe(6 * 2);
    expect(cost('query($n: Int) { newest(page: { size: $n }) { id } }')).toBe(operationLimits.maxPageSize * 2);
    expect(cost('{ newest { id } }')).toBe(4 * 2);
    expect(cost('query($n: Int = 3) { users(max: $n) { id } }')).toBe(3 * 2);
    expect(cost('{ users(max: 100000) { id } }')).toBe(200_000);
    expect(cost('{ users(max: -5) { id } }')).toBe(0);
  });

  it('gives the size to the fields that are named, and to no other list beside them', () => {
    expect(cost('{ search(by: { limit: 50 }) { found { id } } }')).toBe(8 + 50 * 2);
    expect(cost('{ search { found { id } } }')).toBe(8 + 2 * 2);
    expect(cost('{ search(by: { limit: 50 }) { others { id } } }')).toBe(8 + operationLimits.assumedListSize * 2);
  });

  it('weighs what is given: arguments, inputs within inputs, enums; and makes nothing cheaper than nothing', () => {
    expect(cost('{ search(by: { text: "a", and: [{ text: "b" }, { text: "c" }] }) { __typename } }')).toBe(8 + 3 * 5);
    expect(cost('query($f: Filter) { search(by: $f) { __typename } }', { f: { text: 'a' } })).toBe(8 + 5);
    expect(cost('{ search(sort: NAME) { __typename } }')).toBe(8 + 6);
    expect(cost('{ search(approximate: true) { __typename } }')).toBe(8 - 3);
    const negative = graphOf('type Query { a(b: Int @cost(weight: -99)): A c: A } type A { id: ID a: A }');
    const asked = parse('{ a(b: 1) { a { id } } c { id } }');
    expect(measureOperation(negative.schema, asked, { costs: negative.costs }).cost).toBe(0 + 1 + 1);
  });

  it('weighs a field of an interface as the heaviest of what may come', () => {
    expect(cost('{ node { id } }')).toBe(2);
    expect(cost('{ node { owner { id } } }')).toBe(2 + 9);
    expect(cost('{ node { ... on User { owner { id } } } }')).toBe(2 + 2);
  });

  it('tells fields that need exactly one slicing argument, which is asked for only where it is said', () => {
    expect(measure('{ exact { id } }').unsliced).toEqual(['Query.exact']);
    expect(measure('{ exact(first: 1, last: 2) { id } }').unsliced).toEqual(['Query.exact']);
    expect(measure('{ exact(last: 2) { id } users { id } }').unsliced).toEqual([]);
  });

  it('is read by whatever name it is linked', () => {
    const types = 'type Query { a: Int @price(weight: 4) }';
    const renamed = `schema @link(url: "https://specs.apollo.dev/cost/v0.1", import: [{ name: "@cost", as: "@price" }]) { query: Query } ${types}`;
    expect([...readCostRules(renamed).weights]).toEqual([['Query.a', 4]]);
    const prefixed = `${link()} type Query { a: [Int] @cost__listSize(assumedSize: 3) @listSize(assumedSize: 9) }`;
    expect(readCostRules(prefixed).listSizes.get('Query.a')?.assumedSize).toBe(3);
    expect(readCostRules('type Query { a: Int @cost(weight: 4) }').weights.size).toBe(0);
  });
});

describe('what an answer cost', () => {
  const answered = (text: string, data: Record<string, unknown> | null) =>
    measureAnswer(schema, parse(text), { costs, data });

  it('is what was answered, by the same weights', () => {
    expect(answered('{ users(max: 5) { age } }', { users: [{ age: 1 }, { age: null }] })).toBe(2 * 2 + 2 * 3 - 0);
    expect(answered('{ search(sort: NAME) { found { id } } }', { search: { found: [{ id: 1 }] } })).toBe(8 + 6 + 2);
    expect(answered('{ search { found { id } } }', { search: null })).toBe(7);
    expect(answered('{ users { id } }', null)).toBe(0);
  });

  it('counts each object once, however often and through whatever fragments it was selected', () => {
    const text =
      '{ node { ...N ... on User { owner { id } } owner { id } ... on Bot { owner { id } } } } fragment N on Node { owner { id } }';
    expect(answered(text, { node: { __typename: 'User', owner: { id: 1 } } })).toBe(2 + 2);
    expect(answered(text, { node: { __typename: 'Bot', owner: { id: 1 } } })).toBe(2 + 9);
  });

  it('is the number of objects in its text where all weighs as usual, strings that look like objects aside', () => {
    const data = { a: { b: [{ c: '{"x":1}' }, { c: 'ends with {' }, { c: '{' }], d: null, e: ['{', '{'] } };
    expect(countObjects(JSON.stringify(data))).toBe(1 + 1 + 3);
  });
});

type Asked = { kind: 'page' | 'list' | 'one' | 'heavy'; size: number; answered: number; inside: Asked[] };

describe('the cost before and after', () => {
  const graph = graphOf(`
    type Query { item: Item }
    type Item { one(by: By): Item @cost(weight: 4) list: [Item!] @listSize(assumedSize: 5) page(first: Int): ItemConnection heavy: Int @cost(weight: 3) }
    type ItemConnection { nodes: [Item!] edges: [Edge!] }
    type Edge { node: Item }
    input By { deep: Int @cost(weight: 2) }`);

  const askedWithin = (depth: number): fc.Arbitrary<Asked> =>
    fc.record({
      kind: fc.constantFrom('page' as const, 'list' as const, 'one' as const, 'heavy' as const),
      size: fc.nat(5),
      answered: fc.nat(5),
      inside: depth === 0 ? fc.constant([]) : fc.array(askedWithin(depth - 1), { maxLength: 2 }),
    });
  const asked = askedWithin(3);

  const textOf = (each: Asked, index: number): string => {
    const inside = `{ __typename ${each.inside.map(textOf).join(' ')} }`;
    if (each.kind === 'page')
      return `f${index}: page(first: ${each.size}) { nodes ${inside} edges { node ${inside} } }`;
    if (each.kind === 'list') return `f${index}: list ${inside}`;
    return each.kind === 'one' ? `f${index}: one(by: { deep: 1 }) ${inside}` : `f${index}: heavy`;
  };

  const answerTo = ({ kind, size, answered, inside }: Asked): unknown => {
    const item = () => ({
      __typename: 'Item',
      ...Object.fromEntries(inside.map((each, index) => [`f${index}`, answerTo(each)])),
    });
    const many = (most: number) => Array.from({ length: Math.min(answered, most) }, item);
    if (kind === 'page') return { nodes: many(size), edges: many(size).map((node) => ({ node })) };
    if (kind === 'list') return many(5);
    if (kind === 'one') return answered === 0 ? null : item();
    return answered;
  };

  it('is never less before than after, as long as pages hold no more than was asked for', () => {
    fc.assert(
      fc.property(asked, (each) => {
        const document = parse(`{ item { __typename ${textOf(each, 0)} } }`);
        const data = { item: { __typename: 'Item', f0: answerTo(each) } };
        const { cost: before } = measureOperation(graph.schema, document, { costs: graph.costs });
        const after = measureAnswer(graph.schema, document, { costs: graph.costs, data });
        expect(after).toBeLessThanOrEqual(before);
        expect(after).toBeGreaterThan(0);
      }),
    );
  });

  it('is the number of objects after, where nothing is said', () => {
    fc.assert(
      fc.property(asked, (each) => {
        const document = parse(`{ item { __typename ${textOf(each, 0)} } }`);
        const data = { item: { __typename: 'Item', f0: answerTo(each) } };
        expect(measureAnswer(graph.schema, document, { data })).toBe(countObjects(JSON.stringify(data)) - 1);
      }),
    );
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inProcessSubgraphs } from './support/in-process-subgraphs.ts';
import { type Engine, startApollo, startCartograph } from './support/two-engines.ts';

const things = [
  { id: '1', name: 'Chair', weight: 3 },
  { id: '2', name: 'Table', weight: null },
  { id: '1', name: 'Chair', weight: 3 },
];

const shop = inProcessSubgraphs({
  a: {
    sdl: `type Query { things: [Thing!]! thing: Thing broken: Thing }
      type Mutation { first: Int second: Int }
      type Thing @key(fields: "id") {
        id: ID! name(upper: Boolean = false): String weight: Int price(currency: String = "EUR"): Int
      }`,
    resolvers: {
      Query: {
        things: () => things,
        thing: () => things[0],
        broken: () => {
          throw new Error('broken');
        },
      },
      Mutation: { first: () => 1, second: () => 2 },
      Thing: {
        price: (_: unknown, { currency }: { currency: string }) => (currency === 'EUR' ? 10 : 20),
        name: ({ name }: { name: string }, { upper }: { upper: boolean }) => (upper ? name.toUpperCase() : name),
        __resolveReference: ({ id }: { id: string }) => things.find((thing) => thing.id === id),
      },
    },
  },
  b: {
    sdl: `type Thing @key(fields: "id") {
        id: ID! weight: Int @external price(currency: String = "EUR"): Int @external
        stock: Int! related: [Thing!]
        shipping: Int @requires(fields: "weight") tax: Int @requires(fields: "price")
      }`,
    resolvers: {
      Thing: {
        __resolveReference: (reference: object) => reference,
        stock: ({ id }: { id: string }) => {
          if (id === '2') throw new Error('no stock');
          return Number(id) * 7;
        },
        shipping: ({ weight }: { weight: number | null }) => (weight === null ? null : weight * 2),
        tax: ({ price }: { price: number }) => price * 100,
        related: ({ id }: { id: string }) => [{ id }, { id: '1' }],
      },
    },
  },
});

describe('both engines', () => {
  let cartograph: Engine;
  let apollo: Engine;
  beforeAll(async () => {
    cartograph = await startCartograph(shop.supergraphSdl, shop.answer);
    apollo = await startApollo(shop.supergraphSdl, shop.answer);
  });
  afterAll(async () => {
    await cartograph.stop();
    await apollo.stop();
  });

  it.each([
    ['a list', '{ things { id name } }', undefined],
    ['required fields', '{ things { name shipping } }', undefined],
    ['an error where null may not be', '{ things { stock } }', 'things.1.stock'],
    [
      'the same thing in many places',
      '{ things { n: name(upper: true) related { name related { shipping } } } }',
      undefined,
    ],
    [
      'conditions',
      'query ($yes: Boolean!) { thing { id @skip(if: $yes) name @include(if: $yes) ... @include(if: $yes) { shipping } } }',
      undefined,
    ],
    [
      'types and the schema',
      '{ broken { id } thing { __typename t: __typename } __schema { queryType { name } } }',
      'broken',
    ],
    ['mutations in turn', 'mutation { second first }', undefined],
  ])('answer alike to %s', async (_name, query, errorPath) => {
    const variables = { yes: true };
    const [ours, theirs] = [await cartograph.ask({ query, variables }), await apollo.ask({ query, variables })];
    expect(ours).toEqual(theirs);
    expect(JSON.stringify(ours.data)).toBe(JSON.stringify(theirs.data));
    expect(ours.errors.map(({ path }) => path?.join('.'))).toEqual(errorPath === undefined ? [] : [errorPath]);
  });
});

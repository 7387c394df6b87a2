import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inProcessSubgraphs } from './support/in-process-subgraphs.ts';
import { type Engine, startApollo, startCartograph } from './support/two-engines.ts';

const chair = { id: '1', __typename: 'Chair' };

const shop = inProcessSubgraphs({
  catalogue: {
    sdl: `type Query { chair: Chair! thing: Thing }
      interface Thing @key(fields: "id") { id: ID! }
      type Chair implements Thing @key(fields: "id") {
        id: ID! name: String price(currency: String = "EUR"): Int weight: Int size: Size
      }
      type Size { in(unit: String): Int }`,
    resolvers: {
      Query: {
        chair: () => chair,
        thing: () => chair,
      },
      Thing: { __resolveType: () => 'Chair', __resolveReference: () => chair },
      Chair: {
        __resolveReference: () => chair,
        name: () => 'Chair',
        weight: () => 3,
        size: () => ({}),
        price: (_: unknown, { currency }: { currency: string }) => (currency === 'EUR' ? 10 : 20),
      },
      Size: { in: (_: unknown, { unit }: { unit: string }) => (unit === 'cm' ? 50 : 20) },
    },
  },
  stock: {
    sdl: `type Chair @key(fields: "id") {
        id: ID! weight: Int @external price(currency: String = "EUR"): Int @external
        inStock: Int shipping: Int @requires(fields: "weight") tax: Int @requires(fields: "price")
        duty: Int @requires(fields: "price(currency: \\"USD\\")") vat: Int @requires(fields: "price(currency: \\"EUR\\") size { in(unit: \\"cm\\") }")
        postage: Int @requires(fields: "weight size { in(unit: \\"inch\\") }")
        size: Size @external
      }
      type Size @external { in(unit: String): Int }`,
    resolvers: {
      Chair: {
        __resolveReference: (reference: { id: string }) => reference,
        inStock: () => 5,
        shipping: ({ weight }: { weight: number }) => weight * 2,
        tax: ({ price }: { price: number }) => price * 100,
        duty: ({ price }: { price: number }) => price * 1_000,
        vat: ({ price, size }: { price: number; size: { in: number } }) => price * 10_000 + size.in,
        postage: ({ weight, size }: { weight: number; size: { in: number } }) => weight * 100 + size.in,
      },
    },
  },
  extras: {
    sdl: `type Thing @interfaceObject @key(fields: "id") { id: ID! rating: Int }
      type Query { extra: Thing }`,
    resolvers: { Query: { extra: () => ({ id: '1' }) }, Thing: { rating: () => 4 } },
  },
});

/** What was found by the random graphs, each as the smallest operation that shows it. */
const cases = [
  {
    found: 'an excluded field takes along what its fetch asks for besides',
    query: 'query ($no: Boolean = false) { chair { inStock shipping @include(if: $no) } }',
    ours: { chair: { inStock: 5 } },
    apollos: { chair: { inStock: null } },
  },
  {
    found: 'an alias with the name of a key',
    query: '{ chair { id: name shipping } }',
    ours: { chair: { id: 'Chair', shipping: 6 } },
    apollos: { chair: { id: '1', shipping: 6 } },
  },
  {
    found: 'a field asked for with other arguments than it is required with',
    query: '{ chair { tax price(currency: "USD") } }',
    ours: { chair: { tax: 1_000, price: 20 } },
    apollos: { chair: { tax: 1_000, price: 10 } },
  },
  {
    found: 'two fields that require the same one with different arguments',
    query: '{ chair { duty vat inStock } }',
    ours: { chair: { duty: 20_000, vat: 100_050, inStock: 5 } },
    apollos: { chair: { duty: 10_000, vat: 100_050, inStock: 5 } },
  },
  {
    found: 'a field asked for as it is, and required with arguments',
    query: '{ chair { price duty } }',
    ours: { chair: { price: 10, duty: 20_000 } },
    apollos: { chair: { price: 10, duty: 10_000 } },
  },
  {
    found: 'one field required as it is and with arguments, and one within an object with different ones',
    query: 'query ($unit: String = "cm") { chair { tax duty vat postage size { in(unit: $unit) } } }',
    ours: { chair: { tax: 1_000, duty: 20_000, vat: 100_050, postage: 320, size: { in: 50 } } },
    apollos: { chair: { tax: 1_000, duty: 10_000, vat: 100_020, postage: 320, size: { in: 20 } } },
  },
  {
    found: 'the type of an object that an interface object adds to',
    query: '{ thing { rating ... on Chair { rating __typename } } }',
    ours: { thing: { rating: 4, __typename: 'Chair' } },
    apollos: { thing: { rating: 4 } },
  },
];

describe('where Apollo’s engine breaks the specification', () => {
  let cartograph: Engine;
  let apollo: Engine;
  beforeAll(async () => {
    cartograph = await startCartograph(shop.supergraphSdl, shop.answer);
    apollo = await startApollo(shop.supergraphSdl, shop.answer);
  });
  afterAll(() => Promise.all([cartograph.stop(), apollo.stop()]));

  it.each(cases)('$found: ours keeps to it', async ({ query, ours, apollos }) => {
    const [our, their] = [await cartograph.ask({ query }), await apollo.ask({ query })];
    expect(our).toEqual({ data: ours, errors: [], completion: [] });
    expect(their.data).toEqual(apollos);
  });
});

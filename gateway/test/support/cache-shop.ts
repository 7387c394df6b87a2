import { GraphQLError } from 'graphql';
import type { TestShop } from './test-gateway.ts';
import type { Resolvers, SubgraphContext } from './test-subgraph.ts';

const federation =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@authenticated", "@requiresScopes"])';
const cacheControl = `enum CacheControlScope { PUBLIC PRIVATE }
  directive @cacheControl(maxAge: Int, scope: CacheControlScope, inheritMaxAge: Boolean) on FIELD_DEFINITION | OBJECT`;

/** A shop that says of everything whether it may be kept, and whose shelves change under the reader's eyes. */
export type CacheShop = TestShop & {
  titles: Map<string, string>;
  /** Awaited by every answer of the product subgraph once it has read, before it answers. */
  hold: { afterReading: Promise<unknown> };
};

type Reference = { id: string };

export const createCacheShop = (): CacheShop => {
  const titles = new Map([
    ['p1', 'Chair'],
    ['p2', 'Table'],
  ]);
  const hold: CacheShop['hold'] = { afterReading: Promise.resolve() };
  const held = async <Value>(value: Value): Promise<Value> => {
    await hold.afterReading;
    return value;
  };
  const isVisible = (id: string, { viewer }: SubgraphContext) =>
    !titles.get(id)?.startsWith('Draft') || viewer.scopes.includes('product:read:any');
  const product = (id: string, context: SubgraphContext) =>
    titles.has(id) && isVisible(id, context) ? { __typename: 'Product', id, title: titles.get(id), stock: 3 } : null;
  const resolvers: TestShop['resolvers'] = {
    product: {
      Query: {
        product: (_: unknown, { id }: Reference, context: SubgraphContext) => held(product(id, context)),
        products: (_: unknown, __: unknown, context: SubgraphContext) =>
          held([...titles.keys()].flatMap((id) => product(id, context) ?? [])),
        greeting: (_: unknown, __: unknown, { viewer }: SubgraphContext) => `Hello ${viewer.userId}`,
        card: (_: unknown, __: unknown, { viewer }: SubgraphContext) => ({ owner: viewer.userId ?? 'nobody' }),
      },
      Mutation: {
        rename: (_: unknown, { id, title }: { id: string; title: string }) => titles.set(id, title) && title,
      },
      Product: {
        __resolveReference: ({ id }: Reference, context: SubgraphContext) => held(product(id, context)),
        price: ({ id }: Reference, { currency }: { currency: string }) => `${id} in ${currency}`,
        news: ({ id }: Reference) => `${titles.get(id)} is here`,
        flaky: ({ id }: Reference) => {
          if (id === 'p2') throw new GraphQLError('not today');
          return 'fine';
        },
        mine: (_: unknown, __: unknown, { viewer }: SubgraphContext) => viewer.userId ?? 'nobody',
        members: (_: unknown, __: unknown, { viewer }: SubgraphContext) => viewer.userId ?? 'nobody',
        cost: (_: unknown, __: unknown, { viewer }: SubgraphContext) => viewer.scopes.join(' '),
      },
    } as unknown as Resolvers,
    order: {
      Query: {
        guestRevocations: () => [],
        bought: () => [
          { __typename: 'Product', id: 'p1' },
          { __typename: 'Product', id: 'p2' },
        ],
      },
    },
  };
  return { sdl, resolvers, titles, hold };
};

const sdl = {
  product: `${federation} ${cacheControl}
    type Product @key(fields: "id") @cacheControl(maxAge: 60) {
      id: ID! title: String! stock: Int! @cacheControl(maxAge: 10) price(currency: String = "EUR"): String
      news: String @cacheControl(maxAge: 1)
      flaky: String
      mine: String @cacheControl(maxAge: 60, scope: PRIVATE)
      members: String @authenticated
      cost: String @requiresScopes(scopes: [["product:read:any"]])
    }
    type Card @cacheControl(maxAge: 60, scope: PRIVATE) { owner: String! }
    type Query { product(id: ID!): Product products: [Product!]! greeting: String card: Card }
    type Mutation { rename(id: ID!, title: String!): String }`,
  order: `${federation} ${cacheControl}
    type Product @key(fields: "id", resolvable: false) { id: ID! }
    type GuestRevocation { id: ID! generation: Int! }
    type Query { bought: [Product!]! guestRevocations(after: ID): [GuestRevocation!] }`,
};

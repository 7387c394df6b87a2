import { setTimeout as sleep } from 'node:timers/promises';
import { composeSupergraph } from '@cartograph/composition';
import { newId } from '@cartograph/ids';
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import type { Resolvers, SubgraphContext } from './test-subgraph.ts';

const federation =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@authenticated", "@requiresScopes", "@cost"])';

/** A shop of two subgraphs that has every way of going wrong. */
export const shopSdl = {
  product: `${federation}
    interface Node { id: ID! }
    directive @cacheControl(maxAge: Int, inheritMaxAge: Boolean) on FIELD_DEFINITION | OBJECT
    type Product implements Node @key(fields: "id") @cacheControl(maxAge: 60) { id: ID! title: String! cost: Int @requiresScopes(scopes: [["product:read:any"]]) }
    type Query { product(id: ID!): Product products: [Product!]! broken: String slow(ms: Int!): String price(amountMinor: BigInt!): String }
    scalar BigInt`,
  order: `${federation}
    interface Node { id: ID! }
    type Product @key(fields: "id", resolvable: false) { id: ID! }
    type Order implements Node @key(fields: "id") { id: ID! customer: String lines: [OrderLine!]! }
    type OrderLine { quantity: Int! product: Product }
    type GuestRevocation { id: ID! generation: Int! }
    type Query { guestRevocations(after: ID): [GuestRevocation!] order(id: ID!): Order whoAmI: String me: String refused: String }
    type Mutation { checkout(ms: Int!): Order refund: String @authenticated @cost(weight: 26) }`,
};

export const composeShop = (sdl: Record<string, string> = shopSdl): string => {
  const result = composeSupergraph(Object.entries(sdl).map(([name, text]) => ({ name, sdl: text })));
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.supergraphSdl;
};

export const ids = {
  chair: newId('product'),
  table: newId('product'),
  order: newId('order'),
  othersOrder: newId('order'),
  nobody: newId('product'),
};

const titles: Record<string, string> = { [ids.chair]: 'Chair', [ids.table]: 'Table' };
const product = (id: string) => (titles[id] ? { __typename: 'Product', id, title: titles[id], cost: 7 } : null);

const bigInt = new GraphQLScalarType({
  name: 'BigInt',
  parseValue: (value) => BigInt(value as string),
  parseLiteral: (node) => {
    if (node.kind === Kind.INT || node.kind === Kind.STRING) return BigInt(node.value);
    throw new GraphQLError('BigInt is a number');
  },
});

export const productResolvers: Resolvers = {
  BigInt: bigInt,
  Query: {
    product: (_: unknown, { id }: { id: string }) => product(id),
    products: () => Object.keys(titles).map(product),
    broken: () => {
      throw new Error('select * from secrets at 10.0.0.7:5432');
    },
    slow: async (_: unknown, { ms }: { ms: number }) => {
      await sleep(ms, undefined, { ref: false });
      return 'at last';
    },
    price: (_: unknown, { amountMinor }: { amountMinor: unknown }) => String(amountMinor),
  },
  Product: { __resolveReference: ({ id }: { id: string }) => product(id) },
};

/** An order is seen by user_alice, and by whoever holds its guest token. */
const order = (id: string, { viewer }: SubgraphContext) => {
  const isVisible = id === ids.order && (viewer.userId === 'user_alice' || viewer.grants.includes(id));
  if (!isVisible) return null;
  const lines = [ids.chair, ids.table, ids.chair].map((productId, index) => ({
    quantity: index + 1,
    product: { id: productId },
  }));
  return { __typename: 'Order', id, customer: 'alice', lines };
};

/** What the order subgraph says of guest tokens: pages as its own, and how often it was asked. */
export const guestAccess = { revoked: new Map<string, number>(), pageSize: 1_000, asked: 0 };

/** Checkouts that ran to their end. */
export const finishedCheckouts: string[] = [];

const revocationsAfter = (after: string | null | undefined) =>
  [...guestAccess.revoked]
    .map(([id, generation]) => ({ id, generation }))
    .sort((one, other) => (one.id < other.id ? -1 : 1))
    .filter(({ id }) => !after || id > after)
    .slice(0, guestAccess.pageSize);

export const orderResolvers: Resolvers = {
  Query: {
    guestRevocations: (_: unknown, { after }: { after?: string | null }, { viewer }: SubgraphContext) => {
      guestAccess.asked += 1;
      if (!viewer.scopes.includes('guest-access:read')) throw new GraphQLError('not for you');
      return revocationsAfter(after);
    },
    order: (_: unknown, { id }: { id: string }, context: SubgraphContext) => order(id, context),
    whoAmI: (_: unknown, __: unknown, { viewer }: SubgraphContext) => JSON.stringify(viewer),
    me: () => {
      throw new GraphQLError('Sign in to see this.', { extensions: { code: 'UNAUTHENTICATED', secret: 'x' } });
    },
    refused: () => {
      throw new GraphQLError('internal detail', { extensions: { code: 'SOME_PRIVATE_CODE' } });
    },
  },
  Mutation: {
    refund: () => 'refunded',
    checkout: async (_: unknown, { ms }: { ms: number }, context: SubgraphContext) => {
      await sleep(ms);
      finishedCheckouts.push(ids.order);
      return order(ids.order, context);
    },
  },
  Order: { __resolveReference: ({ id }: { id: string }, context: SubgraphContext) => order(id, context) },
} as Resolvers;

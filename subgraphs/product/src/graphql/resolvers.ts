import { idPrefixOf } from '@cartograph/ids';
import { toDecimal } from '@cartograph/money';
import { scalarResolvers } from '@cartograph/subgraph-server';
import { mediaAddress } from '../domain/media.ts';
import { encodeCursor } from '../domain/product-cursor.ts';
import { category } from './category.ts';
import type { Resolvers } from './generated/resolver-types.ts';
import { product } from './product.ts';
import { typeNameOf } from './product-errors.ts';
import { countOf } from './product-list.ts';
import { productVariant } from './product-variant.ts';
import { query } from './query.ts';
import { staffMutations } from './staff-mutations.ts';
import { isStaff } from './visibility.ts';

const typeNames = { product: 'Product', variant: 'ProductVariant', category: 'Category' } as const;

export const resolvers: Resolvers = {
  BigInt: scalarResolvers.BigInt,
  Decimal: scalarResolvers.Decimal,
  Currency: scalarResolvers.Currency,
  DateTime: scalarResolvers.DateTime,
  URL: scalarResolvers.URL,
  Query: query,
  Mutation: staffMutations,
  UserError: { __resolveType: typeNameOf },
  Product: product,
  ProductVariant: productVariant,
  Category: category,
  ProductConnection: {
    edges: ({ products }) => products.map((node) => ({ cursor: encodeCursor(node.id), node })),
    nodes: ({ products }) => products,
    pageInfo: ({ products, hasNextPage, hasPreviousPage }) => ({
      hasNextPage,
      hasPreviousPage,
      startCursor: cursorOf(products.at(0)),
      endCursor: cursorOf(products.at(-1)),
    }),
    totalCount: ({ list }, _, context) => countOf(list, context),
  },
  Media: { url: ({ url }, _, { publicMediaUrl }) => mediaAddress(url, publicMediaUrl) },
  Money: { amount: toDecimal },
  StockLevel: {
    onHand: ({ onHand }, _, { viewer }) => (isStaff(viewer) ? onHand : null),
    reserved: ({ reserved }, _, { viewer }) => (isStaff(viewer) ? reserved : null),
  },
  Node: { __resolveType: ({ id }) => typeNames[(idPrefixOf(id) ?? '') as keyof typeof typeNames] ?? null },
};

const cursorOf = (edge: { id: Parameters<typeof encodeCursor>[0] } | undefined): string | null =>
  edge ? encodeCursor(edge.id) : null;

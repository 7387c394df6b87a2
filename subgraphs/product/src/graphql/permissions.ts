import { auditTypeRules, readsAudit } from '@cartograph/audit';
import { isGatherer } from '@cartograph/personal-data';
import { allowAll, scopeRule } from '@cartograph/subgraph-server';
import { allow, deny, type IRules, rule } from 'graphql-shield';
import type { Context } from '../context.ts';
import type { Product } from '../domain/product.ts';
import type { ProductVariant } from '../domain/product-variant.ts';
import { visibleProduct, visibleVariant } from './visibility.ts';

// Not cached: shield would give one parent's answer for the next.
const maySeeProduct = rule('maySeeProduct', { cache: 'no_cache' })(
  (product: Product, _, { viewer }: Context) => visibleProduct(product, viewer) !== null,
);
const maySeeVariant = rule('maySeeVariant', { cache: 'no_cache' })(
  (variant: ProductVariant, _, { viewer }: Context) => visibleVariant(variant, viewer) !== null,
);

const changes = scopeRule('product:write');
const gathers = rule('gathers', { cache: 'contextual' })((_, __, { viewer }: Context) => isGatherer(viewer));

/** Value types: reached only through a product, a variant or a category, which are guarded or public themselves. */
const valueTypes = [
  'Media',
  'Money',
  'PageInfo',
  'PriceRange',
  'ProductConnection',
  'ProductEdge',
  'ProductOption',
  'ProductSeo',
  'SelectedOption',
  'StockLevel',
  'PublishProductPayload',
  'ArchiveProductPayload',
  'ChangePricePayload',
  'IdempotencyKeyReusedError',
  'InvalidInputError',
  'ProductNotFoundError',
  'ProductStatusRefusedError',
  'VersionConflictError',
];

/** Who may see which type. The resolvers answer null first: this is the second wall. */
export const permissions: IRules = {
  Query: {
    product: allow,
    products: allow,
    category: allow,
    categories: allow,
    productPersonalRecords: gathers,
    productAuditEntries: readsAudit,
  },
  Mutation: { '*': deny, publishProduct: changes, archiveProduct: changes, changePrice: changes },
  PersonalRecordPage: gathers,
  ...auditTypeRules,
  Product: maySeeProduct,
  ProductVariant: maySeeVariant,
  Category: allow,
  ...allowAll(valueTypes),
};

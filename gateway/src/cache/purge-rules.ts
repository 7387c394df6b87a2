import type { DomainEvent, EventPayload, HeardByGateways } from '@cartograph/events';
import { holdsEntity, holdsSome, holdsUnnamed, listsEntities, type Purge } from './purge.ts';

type ProductFacts = EventPayload<'ProductUpdated'>;

/**
 * The product and its variants, wherever they are in an answer; and every list of products, as which products are in it
 * may have changed, and in what order.
 */
const productChanged = ({ productId, variants }: ProductFacts): Purge[] => [
  {
    tags: [
      holdsEntity('Product', productId),
      holdsUnnamed('Product'),
      listsEntities('Product'),
      ...variants.map(({ variantId }) => holdsEntity('ProductVariant', variantId)),
      holdsUnnamed('ProductVariant'),
    ],
    fields: null,
  },
];

/** What tells a price of the variant, or the range in which it lies. */
const priceChanged = ({ productId, variantId }: EventPayload<'PriceChanged'>): Purge[] => [
  {
    tags: [holdsEntity('ProductVariant', variantId), holdsUnnamed('ProductVariant')],
    fields: ['ProductVariant.price', 'ProductVariant.compareAtPrice'],
  },
  { tags: [holdsEntity('Product', productId), holdsUnnamed('Product')], fields: ['Product.priceRange'] },
];

/**
 * What tells the variant's stock, and whether its product is available. Events that were sent before they told the
 * product take along what tells it of any.
 */
const stockChanged = ({ productId, variantId }: EventPayload<'StockLevelChanged'>): Purge[] => [
  {
    tags: [holdsEntity('ProductVariant', variantId), holdsUnnamed('ProductVariant')],
    fields: ['ProductVariant.stock', 'ProductVariant.availableForSale'],
  },
  {
    tags:
      productId === undefined ? [holdsSome('Product')] : [holdsEntity('Product', productId), holdsUnnamed('Product')],
    fields: ['Product.availableForSale'],
  },
];

/** What is no longer true after an event. */
const rules: { readonly [Name in HeardByGateways]: (data: EventPayload<Name>) => Purge[] } = {
  PriceChanged: priceChanged,
  ProductArchived: productChanged,
  ProductPublished: productChanged,
  ProductUpdated: productChanged,
  StockLevelChanged: stockChanged,
};

/** Nothing for an event that no rule is for. */
export const purgesOf = ({ name, data }: Pick<DomainEvent, 'name' | 'data'>): Purge[] => {
  if (!Object.hasOwn(rules, name)) return [];
  const rule = rules[name as HeardByGateways] as (data: unknown) => Purge[];
  return rule(data);
};

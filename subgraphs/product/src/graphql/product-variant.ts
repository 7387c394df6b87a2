import { parseId } from '@cartograph/ids';
import type { Context } from '../context.ts';
import type { Price } from '../domain/price.ts';
import { isOnSale, type ProductVariant, type VariantDetails, type VariantId } from '../domain/product-variant.ts';
import { type SoonerOrLater, thenWith, there } from './at-hand.ts';
import type { ProductVariantResolvers } from './generated/resolver-types.ts';
import { visibleProduct, visibleVariant } from './visibility.ts';

/** The price of a variant in a currency, the shop's own unless given. */
export const priceIn = (
  currency: string | null | undefined,
  id: VariantId,
  { loaders, defaultCurrency }: Context,
): SoonerOrLater<Price | null> => {
  const wanted = currency ?? defaultCurrency;
  return thenWith(loaders.pricesOf.load(id), (prices) => prices.find(({ price }) => price.currency === wanted) ?? null);
};

/** A field that shows something of a variant's details. */
const detail =
  <Shown>(show: (details: VariantDetails, variant: ProductVariant, context: Context) => SoonerOrLater<Shown>) =>
  (parent: ProductVariant, _: unknown, context: Context): SoonerOrLater<Shown> =>
    thenWith(context.loaders.variantDetails.load(parent.id), (details) =>
      show(there(details, parent.id), parent, context),
    );

export const productVariant: ProductVariantResolvers = {
  __resolveReference: async (reference, { loaders, viewer }) => {
    const id = parseId('variant', reference.id);
    return id ? visibleVariant(await loaders.variantById.load(id), viewer) : null;
  },
  sku: detail(({ sku }) => sku),
  barcode: detail(({ barcode }) => barcode),
  weightGrams: detail(({ weightGrams }) => weightGrams),
  requiresShipping: detail(({ requiresShipping }) => requiresShipping),
  options: detail(({ optionValues }, { productId }, { loaders }) =>
    thenWith(loaders.optionsOf.load(productId), (options) =>
      optionValues.flatMap((value, index) => {
        const name = options[index]?.name;
        return name === undefined ? [] : [{ name, value }];
      }),
    ),
  ),
  price: ({ id }, { currency }, context) => thenWith(priceIn(currency, id, context), (found) => found?.price ?? null),
  compareAtPrice: ({ id }, { currency }, context) =>
    thenWith(priceIn(currency, id, context), (found) => found?.compareAt ?? null),
  availableForSale: (variant, _, { loaders }) =>
    isOnSale(variant) && thenWith(loaders.stockOf.load(variant.id), ({ available }) => available > 0),
  stock: ({ id }, _, { loaders }) => loaders.stockOf.load(id),
  image: detail(({ mediaId }, _, { loaders }) => (mediaId ? loaders.mediaById.load(mediaId) : null)),
  product: ({ productId }, _, { loaders, viewer }, info) => {
    loaders.askFor(info);
    return thenWith(loaders.productById.load(productId), (found) => visibleProduct(found, viewer));
  },
};

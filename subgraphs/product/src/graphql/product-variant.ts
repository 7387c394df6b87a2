import { parseId } from '@cartograph/ids';
import type { Context } from '../context.ts';
import type { Price } from '../domain/price.ts';
import { isOnSale, type VariantId } from '../domain/product-variant.ts';
import type { ProductVariantResolvers } from './generated/resolver-types.ts';
import { visibleProduct, visibleVariant } from './visibility.ts';

/** The price of a variant in a currency, the shop's own unless given. */
export const priceIn = async (
  currency: string | null | undefined,
  id: VariantId,
  { loaders, defaultCurrency }: Context,
): Promise<Price | null> => {
  const prices = await loaders.pricesOf.load(id);
  return prices.find(({ price }) => price.currency === (currency ?? defaultCurrency)) ?? null;
};

export const productVariant: ProductVariantResolvers = {
  __resolveReference: async (reference, { loaders, viewer }) => {
    const id = parseId('variant', reference.id);
    return id ? visibleVariant(await loaders.variantById.load(id), viewer) : null;
  },
  options: async ({ productId, optionValues }, _, { loaders }) => {
    const options = await loaders.optionsOf.load(productId);
    return optionValues.flatMap((value, index) => {
      const name = options[index]?.name;
      return name === undefined ? [] : [{ name, value }];
    });
  },
  price: async ({ id }, { currency }, context) => (await priceIn(currency, id, context))?.price ?? null,
  compareAtPrice: async ({ id }, { currency }, context) => (await priceIn(currency, id, context))?.compareAt ?? null,
  availableForSale: async (variant, _, { loaders }) =>
    isOnSale(variant) && (await loaders.stockOf.load(variant.id)).available > 0,
  stock: ({ id }, _, { loaders }) => loaders.stockOf.load(id),
  image: ({ mediaId }, _, { loaders }) => (mediaId ? loaders.mediaById.load(mediaId) : null),
  product: async ({ productId }, _, { loaders, viewer }) =>
    visibleProduct(await loaders.productById.load(productId), viewer),
};

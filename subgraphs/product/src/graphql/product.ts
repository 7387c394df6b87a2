import { parseId } from '@cartograph/ids';
import type { Context } from '../context.ts';
import { priceRange } from '../domain/price.ts';
import type { Product } from '../domain/product.ts';
import { isOnSale, type ProductVariant } from '../domain/product-variant.ts';
import type { ProductResolvers } from './generated/resolver-types.ts';
import { priceIn } from './product-variant.ts';
import { visibleProduct } from './visibility.ts';

const activeVariants = async ({ id }: Product, { loaders }: Context): Promise<readonly ProductVariant[]> =>
  (await loaders.variantsOf.load(id)).filter(({ active }) => active);

export const product: ProductResolvers = {
  __resolveReference: async (reference, { loaders, viewer }, info) => {
    loaders.askFor(info);
    const id = parseId('product', reference.id);
    return id ? visibleProduct(await loaders.productById.load(id), viewer) : null;
  },
  seo: ({ title, description, seoTitle, seoDescription }) => ({
    title: seoTitle ?? title,
    description: seoDescription ?? description,
  }),
  options: ({ id }, _, { loaders }) => loaders.optionsOf.load(id),
  media: ({ id }, _, { loaders }) => loaders.mediaOf.load(id),
  categories: ({ id }, _, { loaders }) => loaders.categoriesOf.load(id),
  variants: (parent, { includeInactive }, context) =>
    includeInactive ? context.loaders.variantsOf.load(parent.id) : activeVariants(parent, context),
  priceRange: async (parent, { currency }, context) => {
    const variants = await activeVariants(parent, context);
    const prices = await Promise.all(variants.map(({ id }) => priceIn(currency, id, context)));
    return priceRange(prices.flatMap((found) => (found ? [found.price] : [])));
  },
  availableForSale: async (parent, _, context) => {
    const variants = (await activeVariants(parent, context)).filter(isOnSale);
    const levels = await context.loaders.stockOf.loadMany(variants.map(({ id }) => id));
    return levels.some((level) => !(level instanceof Error) && level.available > 0);
  },
};

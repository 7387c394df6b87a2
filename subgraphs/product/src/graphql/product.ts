import { parseId } from '@cartograph/ids';
import { listPart } from '@cartograph/subgraph-server';
import type { Context } from '../context.ts';
import { priceRange } from '../domain/price.ts';
import type { Product, ProductDetails } from '../domain/product.ts';
import { isOnSale, type ProductVariant } from '../domain/product-variant.ts';
import { allOf, type SoonerOrLater, thenWith, there } from './at-hand.ts';
import type { ProductResolvers } from './generated/resolver-types.ts';
import { priceIn } from './product-variant.ts';
import { visibleProduct } from './visibility.ts';

const variantsOf = (
  product: Product,
  includeInactive: boolean | null | undefined,
  context: Context,
): SoonerOrLater<readonly ProductVariant[]> =>
  includeInactive === true ? context.loaders.variantsOf.load(product.id) : activeVariants(product, context);

const activeVariants = ({ id }: Product, { loaders }: Context): SoonerOrLater<readonly ProductVariant[]> =>
  thenWith(loaders.variantsOf.load(id), (variants) => variants.filter(({ active }) => active));

/** A field that shows something of a product's details. */
const detail =
  <Shown>(show: (details: ProductDetails, product: Product) => Shown) =>
  (parent: Product, _: unknown, { loaders }: Context): SoonerOrLater<Shown> =>
    thenWith(loaders.productDetails.load(parent.id), (details) => show(there(details, parent.id), parent));

export const product: ProductResolvers = {
  __resolveReference: async (reference, { loaders, viewer }, info) => {
    loaders.askFor(info);
    const id = parseId('product', reference.id);
    return id ? visibleProduct(await loaders.productById.load(id), viewer) : null;
  },
  description: detail(({ description }) => description),
  vendor: detail(({ vendor }) => vendor),
  productType: detail(({ productType }) => productType),
  tags: detail(({ tags }) => tags),
  seo: detail(({ seoTitle, seoDescription, description }, { title }) => ({
    title: seoTitle ?? title,
    description: seoDescription ?? description,
  })),
  options: ({ id }, _, { loaders }) => loaders.optionsOf.load(id),
  media: ({ id }, args, { loaders }) => thenWith(loaders.mediaOf.load(id), (all) => listPart(all, args)),
  mediaCount: ({ id }, _, { loaders }) => thenWith(loaders.mediaOf.load(id), ({ length }) => length),
  categories: ({ id }, _, { loaders }) => loaders.categoriesOf.load(id),
  variants: (parent, { includeInactive, ...part }, context) =>
    thenWith(variantsOf(parent, includeInactive, context), (all) => listPart(all, part)),
  variantCount: (parent, { includeInactive }, context) =>
    thenWith(variantsOf(parent, includeInactive, context), ({ length }) => length),
  priceRange: (parent, { currency }, context) =>
    thenWith(activeVariants(parent, context), (variants) =>
      thenWith(allOf(variants.map(({ id }) => priceIn(currency, id, context))), (prices) =>
        priceRange(prices.flatMap((found) => (found ? [found.price] : []))),
      ),
    ),
  availableForSale: (parent, _, context) =>
    thenWith(activeVariants(parent, context), (variants) =>
      thenWith(allOf(variants.filter(isOnSale).map(({ id }) => context.loaders.stockOf.load(id))), (levels) =>
        levels.some(({ available }) => available > 0),
      ),
    ),
};

import type { Media } from './media.ts';
import type { Price } from './price.ts';
import type { Product, ProductDetails, ProductOption } from './product.ts';
import type { ProductVariant, VariantDetails } from './product-variant.ts';
import type { StockLevel } from './stock-level.ts';

/** What can be read together with a product, in the same statement. From `variants` on it is what its variants have. */
export const productParts = ['details', 'options', 'media', 'variants', 'variantDetails', 'prices', 'stock'] as const;

export type ProductPart = (typeof productParts)[number];

/** A product with the parts that were asked for; a part that was not is undefined. */
export type ProductWithParts = {
  readonly product: Product;
  readonly details: ProductDetails | undefined;
  readonly options: readonly ProductOption[] | undefined;
  readonly media: readonly Media[] | undefined;
  readonly variants: readonly VariantWithParts[] | undefined;
};

export type VariantWithParts = {
  readonly variant: ProductVariant;
  readonly details: VariantDetails | undefined;
  readonly prices: readonly Price[] | undefined;
  readonly stock: StockLevel | undefined;
};

import type { Media } from './media.ts';
import type { Price } from './price.ts';
import type { Product, ProductOption } from './product.ts';
import type { ProductVariant } from './product-variant.ts';
import type { StockLevel } from './stock-level.ts';

/** What can be read together with a product, in the same statement. Prices and stock are those of its variants. */
export const productParts = ['options', 'media', 'variants', 'prices', 'stock'] as const;

export type ProductPart = (typeof productParts)[number];

/** A product with the parts that were asked for; a part that was not is undefined. */
export type ProductWithParts = {
  readonly product: Product;
  readonly options: readonly ProductOption[] | undefined;
  readonly media: readonly Media[] | undefined;
  readonly variants: readonly VariantWithParts[] | undefined;
};

export type VariantWithParts = {
  readonly variant: ProductVariant;
  readonly prices: readonly Price[] | undefined;
  readonly stock: StockLevel | undefined;
};

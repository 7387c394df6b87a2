import type { Id } from '@cartograph/ids';
import type { MediaId } from './media.ts';
import type { ProductId } from './product.ts';
import type { ProductStatus } from './product-status.ts';

export type VariantId = Id<'variant'>;

/** A variant as it is read, with the status of its product, which decides who sees it and whether it is sold. */
export type ProductVariant = {
  readonly id: VariantId;
  readonly productId: ProductId;
  readonly productStatus: ProductStatus;
  readonly title: string;
  readonly active: boolean;
};

/** What a list seldom shows of a variant, and is only read when somebody asks for it. */
export type VariantDetails = {
  readonly variantId: VariantId;
  readonly sku: string | null;
  /** One value for each option of the product, in the options' order. */
  readonly optionValues: readonly string[];
  readonly barcode: string | null;
  readonly weightGrams: number;
  readonly requiresShipping: boolean;
  readonly mediaId: MediaId | null;
};

/** True for what a buyer may buy, stock aside. */
export const isOnSale = (variant: Pick<ProductVariant, 'active' | 'productStatus'>): boolean =>
  variant.active && variant.productStatus === 'ACTIVE';

/** The title of a variant: its option values, e.g. `L / Blue`. */
export const variantTitle = (optionValues: readonly string[]): string => optionValues.join(' / ');

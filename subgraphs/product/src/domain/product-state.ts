import type { EventPayload } from '@cartograph/events';
import type { CategoryId } from './category.ts';
import type { MediaId } from './media.ts';
import type { ProductId, ProductOption } from './product.ts';
import type { ProductStatus } from './product-status.ts';
import type { VariantId } from './product-variant.ts';

export type PriceState = {
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly compareAtMinor: bigint | null;
};

export type VariantState = {
  readonly id: VariantId;
  readonly sku: string | null;
  readonly title: string;
  readonly optionValues: readonly string[];
  readonly position: number;
  readonly active: boolean;
  readonly taxClass: string;
  readonly barcode: string | null;
  readonly weightGrams: number;
  readonly requiresShipping: boolean;
  readonly mediaId: MediaId | null;
  /** One a currency, in the order of their codes. */
  readonly prices: readonly PriceState[];
};

export type MediaState = {
  readonly id: MediaId;
  readonly url: string;
  readonly alt: string | null;
  readonly position: number;
};

/** A product as it is changed: whole, with all that belongs to it but the stock. Variants and media by position. */
export type ProductState = {
  readonly id: ProductId;
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly vendor: string | null;
  readonly productType: string | null;
  readonly tags: readonly string[];
  readonly status: ProductStatus;
  readonly seoTitle: string | null;
  readonly seoDescription: string | null;
  readonly version: number;
  readonly options: readonly ProductOption[];
  readonly media: readonly MediaState[];
  readonly variants: readonly VariantState[];
  readonly categoryIds: readonly CategoryId[];
};

/** What the outside is told of a product: the whole truth, as of its version. */
export const factsOf = (product: ProductState): EventPayload<'ProductUpdated'> => ({
  productId: product.id,
  slug: product.slug,
  title: product.title,
  status: product.status,
  variants: product.variants.map(({ id, sku, title, taxClass, active, prices }) => ({
    variantId: id,
    sku,
    title,
    taxClass,
    active,
    prices: prices.map(({ currency, amountMinor }) => ({
      currencyCode: currency,
      amountMinor: amountMinor.toString(),
    })),
  })),
});

/** The event that tells of a change, or null for one that only staff sees. `before` is null for a new product. */
export const eventOf = (
  before: ProductStatus | null,
  after: ProductStatus,
): 'ProductPublished' | 'ProductUpdated' | 'ProductArchived' | null => {
  if (before === null || before === 'DRAFT') return after === 'ACTIVE' ? 'ProductPublished' : null;
  return before === 'ACTIVE' && after === 'ARCHIVED' ? 'ProductArchived' : 'ProductUpdated';
};

import { isDeepStrictEqual } from 'node:util';
import type { CatalogProduct } from '../catalog-csv/catalog-product.ts';
import type { CategoryId } from '../category.ts';
import type { ProductId } from '../product.ts';
import type { ProductState } from '../product-state.ts';
import { canBecome } from '../product-status.ts';
import type { VariantId } from '../product-variant.ts';
import { type NewIds, planMedia } from './plan-media.ts';
import { planVariants } from './plan-variants.ts';

/** A product as it is stored, with what the last import said of the stock of its variants; a variant without an entry has no stock level. */
export type StoredProduct = {
  readonly state: ProductState;
  readonly importedQuantities: ReadonlyMap<VariantId, number | null>;
};

/** A stock level that is to be set, or begun with nothing when the file gives no quantity. */
export type StockCount = { readonly variantId: VariantId; readonly quantity: number | null };

export type ImportPlan =
  | {
      readonly ok: true;
      readonly next: ProductState;
      readonly isChanged: boolean;
      readonly counts: readonly StockCount[];
    }
  | { readonly ok: false; readonly reason: string };

/**
 * What a product of a file makes of the stored one (null: a new one). Variants that are gone from the file stay, no
 * longer sold: old orders name them. Prices in other currencies than the file's stay as well.
 */
export const planImport = (
  stored: StoredProduct | null,
  { product, categoryIds, newIds }: { product: CatalogProduct; categoryIds: readonly CategoryId[]; newIds: NewIds },
): ImportPlan => {
  const before = stored?.state ?? null;
  if (before && !canBecome(before.status, product.status)) {
    return { ok: false, reason: `it is ${before.status} and cannot become ${product.status}: archive it instead` };
  }
  const media = planMedia(before?.media ?? [], product, newIds);
  const { variants, quantities } = planVariants(before?.variants ?? [], { product, media, newIds });
  const unchanged: ProductState = {
    ...ownFields(product, before?.id ?? newIds.product()),
    version: before?.version ?? 1,
    media,
    variants,
    categoryIds,
  };
  const isChanged = !isDeepStrictEqual(before, unchanged);
  const next = before && isChanged ? { ...unchanged, version: before.version + 1 } : unchanged;
  return { ok: true, next, isChanged, counts: countsOf(quantities, stored) };
};

const ownFields = (product: CatalogProduct, id: ProductId) => ({
  id,
  slug: product.handle,
  title: product.title,
  description: product.description,
  vendor: product.vendor,
  productType: product.productType,
  tags: product.tags,
  status: product.status,
  seoTitle: product.seo.title,
  seoDescription: product.seo.description,
  options: product.options.map(({ name, values }) => ({ name, values })),
});

// The same number as last time says nothing new: what was sold since must not come back by importing the file again.
const countsOf = (quantities: ReadonlyMap<VariantId, number | null>, stored: StoredProduct | null): StockCount[] =>
  [...quantities]
    .filter(([variantId, quantity]) => {
      const known = stored?.importedQuantities;
      if (!known?.has(variantId)) return true;
      return quantity !== null && quantity !== known.get(variantId);
    })
    .map(([variantId, quantity]) => ({ variantId, quantity }))
    .sort((a, b) => (a.variantId < b.variantId ? -1 : 1));

import type { CatalogVariant } from '../catalog-csv/catalog-product.ts';
import type { VariantState } from '../product-state.ts';

/**
 * Finds the stored variant that each variant of a file is: the one with its SKU, else, among those left over, the one
 * with its option values (an active one first). No stored variant is found twice.
 */
export const matchVariants = (
  stored: readonly VariantState[],
  wanted: readonly CatalogVariant[],
): ReadonlyMap<CatalogVariant, VariantState> => {
  const matches = new Map<CatalogVariant, VariantState>();
  const left = new Set(stored);
  const matchBy = (keyOf: (variant: CatalogVariant | VariantState) => string | null) => {
    const byKey = new Map<string, VariantState>();
    for (const variant of left) {
      const key = keyOf(variant);
      if (key !== null && !byKey.get(key)?.active) byKey.set(key, variant);
    }
    for (const variant of wanted) {
      const key = matches.has(variant) ? null : keyOf(variant);
      const match = key === null ? undefined : byKey.get(key);
      if (!match) continue;
      matches.set(variant, match);
      left.delete(match);
    }
  };
  matchBy(({ sku }) => sku);
  matchBy(({ optionValues }) => JSON.stringify(optionValues));
  return matches;
};

import type { CatalogVariant } from '../catalog-csv/catalog-product.ts';
import type { VariantState } from '../product-state.ts';

type KeyOf = (variant: CatalogVariant | VariantState) => string | null;

const skuOf: KeyOf = ({ sku }) => sku;
const choiceOf: KeyOf = ({ optionValues }) => JSON.stringify(optionValues);

/**
 * Finds the stored variant that each variant of a file is: the one with its SKU, else, among those left over, the one
 * with its option values (an active one first). No stored variant is found twice.
 */
export const matchVariants = (
  stored: readonly VariantState[],
  wanted: readonly CatalogVariant[],
): ReadonlyMap<CatalogVariant, VariantState> => {
  const bySku = matchBy(skuOf, stored, wanted);
  const taken = new Set(bySku.values());
  const byChoice = matchBy(
    choiceOf,
    stored.filter((variant) => !taken.has(variant)),
    wanted.filter((variant) => !bySku.has(variant)),
  );
  return new Map([...bySku, ...byChoice]);
};

const matchBy = (
  keyOf: KeyOf,
  stored: readonly VariantState[],
  wanted: readonly CatalogVariant[],
): Map<CatalogVariant, VariantState> => {
  const byKey = new Map<string | null, VariantState>();
  // Active ones last: the last one of a key is the one that is found.
  for (const variant of [...stored].sort((a, b) => Number(a.active) - Number(b.active))) {
    byKey.set(keyOf(variant), variant);
  }
  const matches = new Map<CatalogVariant, VariantState>();
  for (const variant of wanted) {
    const key = keyOf(variant);
    const match = key === null ? undefined : byKey.get(key);
    if (match) matches.set(variant, match);
  }
  return matches;
};

import type { CatalogProduct, CatalogVariant } from '../catalog-csv/catalog-product.ts';
import type { MediaState, PriceState, VariantState } from '../product-state.ts';
import { type VariantId, variantTitle } from '../product-variant.ts';
import { matchVariants } from './match-variants.ts';
import type { NewIds } from './plan-media.ts';

type Wanted = { product: CatalogProduct; media: readonly MediaState[]; newIds: NewIds };

/** The variants of a product, those of the file first, and the quantity the file gives for each of them. */
export const planVariants = (
  stored: readonly VariantState[],
  { product, media, newIds }: Wanted,
): { variants: VariantState[]; quantities: ReadonlyMap<VariantId, number | null> } => {
  const matches = matchVariants(stored, product.variants);
  const mediaIds = new Map(media.map(({ url, id }) => [url, id]));
  const quantities = new Map<VariantId, number | null>();
  const sold = product.variants.map((variant, index): VariantState => {
    const match = matches.get(variant);
    const id = match?.id ?? newIds.variant();
    quantities.set(id, variant.quantity);
    return {
      id,
      ...fieldsOf(variant),
      position: index + 1,
      mediaId: (variant.imageUrl !== null && mediaIds.get(variant.imageUrl)) || null,
      prices: pricesOf(match?.prices ?? [], variant, product.currency),
    };
  });
  const kept = new Set(matches.values());
  const gone = stored
    .filter((variant) => !kept.has(variant))
    .map((variant, index) => ({ ...variant, active: false, mediaId: null, position: sold.length + index + 1 }));
  return { variants: [...sold, ...gone], quantities };
};

const fieldsOf = (variant: CatalogVariant) => ({
  sku: variant.sku,
  title: variantTitle(variant.optionValues),
  optionValues: variant.optionValues,
  active: true,
  taxClass: variant.taxable ? 'standard' : 'exempt',
  barcode: variant.barcode,
  weightGrams: variant.grams,
  requiresShipping: variant.requiresShipping,
});

const pricesOf = (stored: readonly PriceState[], variant: CatalogVariant, currency: string): PriceState[] =>
  [
    ...stored.filter((price) => price.currency !== currency),
    { currency, amountMinor: variant.priceMinor, compareAtMinor: variant.compareAtMinor },
  ].sort((a, b) => (a.currency < b.currency ? -1 : 1));

import { idFromUuid, uuidOfId } from '@cartograph/ids';
import type { StoredProduct } from '../domain/import/plan-import.ts';
import type { PriceState, ProductState, VariantState } from '../domain/product-state.ts';
import type { ProductStatus } from '../domain/product-status.ts';

type PriceRow = { variant_id: string; currency: string; amount_minor: string; compare_at_minor: string | null };
type VariantRow = {
  id: string;
  sku: string | null;
  title: string;
  option_values: string[];
  position: number;
  active: boolean;
  tax_class: string;
  barcode: string | null;
  weight_grams: number;
  requires_shipping: boolean;
  media_id: string | null;
};

/** A product as one JSON document, in the words of the tables; what there is none of is null. */
export type StoredRow = {
  id: string;
  slug: string;
  title: string;
  description: string;
  vendor: string | null;
  product_type: string | null;
  tags: string[];
  status: ProductStatus;
  seo_title: string | null;
  seo_description: string | null;
  version: number;
  options: { name: string; values: string[] }[] | null;
  media: { id: string; url: string; alt: string | null; position: number }[] | null;
  categories: string[] | null;
  variants: VariantRow[] | null;
  prices: PriceRow[] | null;
  stock: { variant_id: string; imported_quantity: number | null }[] | null;
};

const priceStateOf = (row: PriceRow): PriceState => ({
  currency: row.currency,
  amountMinor: BigInt(row.amount_minor),
  compareAtMinor: row.compare_at_minor === null ? null : BigInt(row.compare_at_minor),
});

const variantStateOf = (row: VariantRow, prices: readonly PriceState[]): VariantState => ({
  id: idFromUuid('variant', row.id),
  sku: row.sku,
  title: row.title,
  optionValues: row.option_values,
  position: row.position,
  active: row.active,
  taxClass: row.tax_class,
  barcode: row.barcode,
  weightGrams: row.weight_grams,
  requiresShipping: row.requires_shipping,
  mediaId: row.media_id === null ? null : idFromUuid('media', row.media_id),
  prices,
});

/** The domain's product of a stored document. */
export const storedProductOf = (row: StoredRow): StoredProduct => {
  const prices = Map.groupBy(row.prices ?? [], (price) => price.variant_id);
  const variantOf = (variant: VariantRow) => variantStateOf(variant, (prices.get(variant.id) ?? []).map(priceStateOf));
  const state: ProductState = {
    id: idFromUuid('product', row.id),
    slug: row.slug,
    title: row.title,
    description: row.description,
    vendor: row.vendor,
    productType: row.product_type,
    tags: row.tags,
    status: row.status,
    seoTitle: row.seo_title,
    seoDescription: row.seo_description,
    version: row.version,
    options: row.options ?? [],
    media: (row.media ?? []).map((media) => ({ ...media, id: idFromUuid('media', media.id) })),
    variants: (row.variants ?? []).map(variantOf),
    categoryIds: (row.categories ?? []).map((id) => idFromUuid('category', id)),
  };
  const stock = (row.stock ?? []).map(
    (level) => [idFromUuid('variant', level.variant_id), level.imported_quantity] as const,
  );
  return { state, importedQuantities: new Map(stock) };
};

const variantRowOf = (variant: VariantState): VariantRow => ({
  id: uuidOfId(variant.id),
  sku: variant.sku,
  title: variant.title,
  option_values: [...variant.optionValues],
  position: variant.position,
  active: variant.active,
  tax_class: variant.taxClass,
  barcode: variant.barcode,
  weight_grams: variant.weightGrams,
  requires_shipping: variant.requiresShipping,
  media_id: variant.mediaId && uuidOfId(variant.mediaId),
});

/** The document that saveProduct writes. */
export const rowsOf = (product: ProductState) => ({
  id: uuidOfId(product.id),
  slug: product.slug,
  title: product.title,
  description: product.description,
  vendor: product.vendor,
  product_type: product.productType,
  tags: product.tags,
  status: product.status,
  seo_title: product.seoTitle,
  seo_description: product.seoDescription,
  version: product.version,
  options: product.options.map((option, index) => ({ ...option, position: index + 1 })),
  media: product.media.map((media) => ({ ...media, id: uuidOfId(media.id) })),
  categories: product.categoryIds.map(uuidOfId),
  variants: product.variants.map(variantRowOf),
  prices: product.variants.flatMap(({ id, prices }) =>
    prices.map(({ currency, amountMinor, compareAtMinor }) => ({
      variant_id: uuidOfId(id),
      currency,
      amount_minor: amountMinor.toString(),
      compare_at_minor: compareAtMinor?.toString() ?? null,
    })),
  ),
});

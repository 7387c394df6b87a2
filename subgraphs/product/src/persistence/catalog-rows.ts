import { idFromUuid } from '@cartograph/ids';
import { money } from '@cartograph/money';
import type { Category } from '../domain/category.ts';
import type { Media } from '../domain/media.ts';
import type { Price } from '../domain/price.ts';
import type { Product } from '../domain/product.ts';
import type { VariantDetails, VariantId } from '../domain/product-variant.ts';
import type { VariantWithDetails } from '../use-cases/catalog-reads.ts';
import type { ProductStatus } from './generated/enums.ts';
import type * as Rows from './generated/models.ts';

export type ProductRow = Pick<Rows.ProductModel, 'id' | 'slug' | 'title' | 'status' | 'version'>;
export type VariantDetailsRow = Pick<
  Rows.ProductVariantModel,
  'sku' | 'optionValues' | 'barcode' | 'weightGrams' | 'requiresShipping' | 'mediaId'
>;
type VariantRow = Pick<Rows.ProductVariantModel, 'id' | 'productId' | 'title' | 'active'> &
  VariantDetailsRow & { productStatus: ProductStatus };

// Field by field: a spread takes as long as all the rest of a row, and drags along what else it has.
export const productOf = ({ id, slug, title, status, version }: ProductRow): Product => ({
  id: idFromUuid('product', id),
  slug,
  title,
  status,
  version,
});

export const variantDetailsOf = (row: VariantDetailsRow, variantId: VariantId): VariantDetails => ({
  variantId,
  sku: row.sku,
  optionValues: row.optionValues,
  barcode: row.barcode,
  weightGrams: row.weightGrams,
  requiresShipping: row.requiresShipping,
  mediaId: row.mediaId === null ? null : idFromUuid('media', row.mediaId),
});

/** A variant that was asked for by itself. */
export const variantOf = (row: VariantRow): VariantWithDetails => {
  const id = idFromUuid('variant', row.id);
  const { productStatus, title, active } = row;
  const variant = { id, productId: idFromUuid('product', row.productId), productStatus, title, active };
  return { variant, details: variantDetailsOf(row, id) };
};

export const priceOf = (row: Rows.PriceModel): Price => ({
  variantId: idFromUuid('variant', row.variantId),
  price: money(row.amountMinor, row.currency),
  compareAt: row.compareAtMinor === null ? null : money(row.compareAtMinor, row.currency),
});

export const mediaOf = ({ id, productId, url, alt, position }: Rows.MediaModel): Media => ({
  id: idFromUuid('media', id),
  productId: idFromUuid('product', productId),
  url,
  alt,
  position,
});

export const categoryOf = (row: Pick<Rows.CategoryModel, 'id' | 'parentId' | 'slug' | 'title'>): Category => ({
  id: idFromUuid('category', row.id),
  parentId: row.parentId === null ? null : idFromUuid('category', row.parentId),
  slug: row.slug,
  title: row.title,
});

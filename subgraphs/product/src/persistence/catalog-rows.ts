import { idFromUuid } from '@cartograph/ids';
import { money } from '@cartograph/money';
import type { Category } from '../domain/category.ts';
import type { Media } from '../domain/media.ts';
import type { Price } from '../domain/price.ts';
import type { Product, ProductId } from '../domain/product.ts';
import type { ProductVariant } from '../domain/product-variant.ts';
import type { ProductStatus } from './generated/enums.ts';
import type * as Rows from './generated/models.ts';

export type ProductRow = Omit<Rows.ProductModel, 'searchWords' | 'createdAt' | 'updatedAt'>;
export type VariantRow = Omit<Rows.ProductVariantModel, 'position' | 'taxClass'> & { productStatus: ProductStatus };
export type MediaRow = Rows.MediaModel;

export const productOf = (row: ProductRow): Product => ({ ...row, id: idFromUuid('product', row.id) });

/** A variant of a product that was read with it. */
export const variantOfProduct = (row: Omit<VariantRow, 'productId'>, productId: ProductId): ProductVariant => ({
  ...row,
  id: idFromUuid('variant', row.id),
  productId,
  mediaId: row.mediaId === null ? null : idFromUuid('media', row.mediaId),
});

export const variantOf = (row: VariantRow): ProductVariant =>
  variantOfProduct(row, idFromUuid('product', row.productId));

export const priceOf = (row: Rows.PriceModel): Price => ({
  variantId: idFromUuid('variant', row.variantId),
  price: money(row.amountMinor, row.currency),
  compareAt: row.compareAtMinor === null ? null : money(row.compareAtMinor, row.currency),
});

/** A picture of a product that was read with it. */
export const mediaOfProduct = (row: Omit<MediaRow, 'productId'>, productId: ProductId): Media => ({
  ...row,
  id: idFromUuid('media', row.id),
  productId,
});

export const mediaOf = (row: MediaRow): Media => mediaOfProduct(row, idFromUuid('product', row.productId));

export const categoryOf = (row: Pick<Rows.CategoryModel, 'id' | 'parentId' | 'slug' | 'title'>): Category => ({
  id: idFromUuid('category', row.id),
  parentId: row.parentId === null ? null : idFromUuid('category', row.parentId),
  slug: row.slug,
  title: row.title,
});

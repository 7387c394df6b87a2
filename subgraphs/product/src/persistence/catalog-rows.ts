import { idFromUuid } from '@cartograph/ids';
import { money } from '@cartograph/money';
import type { Category } from '../domain/category.ts';
import type { Media } from '../domain/media.ts';
import type { Price } from '../domain/price.ts';
import type { Product } from '../domain/product.ts';
import type { ProductVariant } from '../domain/product-variant.ts';
import type { ProductStatus } from './generated/enums.ts';
import type * as Rows from './generated/models.ts';

export type ProductRow = Omit<Rows.ProductModel, 'searchWords' | 'createdAt' | 'updatedAt'>;
export type VariantRow = Omit<Rows.ProductVariantModel, 'position' | 'taxClass'> & { productStatus: ProductStatus };

export const productOf = (row: ProductRow): Product => ({ ...row, id: idFromUuid('product', row.id) });

export const variantOf = (row: VariantRow): ProductVariant => ({
  ...row,
  id: idFromUuid('variant', row.id),
  productId: idFromUuid('product', row.productId),
  mediaId: row.mediaId === null ? null : idFromUuid('media', row.mediaId),
});

export const priceOf = (row: Rows.PriceModel): Price => ({
  variantId: idFromUuid('variant', row.variantId),
  price: money(row.amountMinor, row.currency),
  compareAt: row.compareAtMinor === null ? null : money(row.compareAtMinor, row.currency),
});

export const mediaOf = (row: Rows.MediaModel): Media => ({
  ...row,
  id: idFromUuid('media', row.id),
  productId: idFromUuid('product', row.productId),
});

export const categoryOf = (row: Pick<Rows.CategoryModel, 'id' | 'parentId' | 'slug' | 'title'>): Category => ({
  id: idFromUuid('category', row.id),
  parentId: row.parentId === null ? null : idFromUuid('category', row.parentId),
  slug: row.slug,
  title: row.title,
});

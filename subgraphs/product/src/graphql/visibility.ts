import { hasScope, type Viewer } from '@cartograph/viewer';
import type { Product } from '../domain/product.ts';
import type { ProductStatus } from '../domain/product-status.ts';
import type { ProductVariant } from '../domain/product-variant.ts';

/** Staff see drafts and the numbers behind the stock. */
export const isStaff = (viewer: Viewer): boolean => hasScope(viewer, 'product:read:any');

/** What has been on sale stays visible to whoever holds a reference (an old order does); a draft is for staff. */
const isVisible = (status: ProductStatus, viewer: Viewer): boolean => status !== 'DRAFT' || isStaff(viewer);

/** The product if the viewer may see it; null for one that may not be seen, exactly as for one that does not exist. */
export const visibleProduct = (product: Product | null, viewer: Viewer): Product | null =>
  product && isVisible(product.status, viewer) ? product : null;

/** The same for a variant: its product decides. */
export const visibleVariant = (variant: ProductVariant | null, viewer: Viewer): ProductVariant | null =>
  variant && isVisible(variant.productStatus, viewer) ? variant : null;

/** A product as a shopper finds it by id or slug: on sale, or any for staff. */
export const listedProduct = (product: Product | null, viewer: Viewer): Product | null =>
  product && (product.status === 'ACTIVE' || isStaff(viewer)) ? product : null;

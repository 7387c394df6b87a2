export type ProductStatus = 'DRAFT' | 'ACTIVE' | 'ARCHIVED';

/**
 * The life of a product. There is no way back to DRAFT: orders refer to what has been on sale, and nobody but staff
 * sees a draft, so their lines would lose their product.
 */
export const productTransitions = {
  DRAFT: ['ACTIVE', 'ARCHIVED'],
  ACTIVE: ['ARCHIVED'],
  ARCHIVED: ['ACTIVE'],
} as const satisfies Record<ProductStatus, readonly ProductStatus[]>;

/** True when a product may go from one status to the other; staying is no transition and always allowed. */
export const canBecome = (from: ProductStatus, to: ProductStatus): boolean =>
  from === to || (productTransitions[from] as readonly ProductStatus[]).includes(to);

import type { CategoryId } from './category.ts';
import type { Product, ProductId } from './product.ts';

/** Which products a list is made of; all that are on sale for an empty filter. */
export type ProductFilter = {
  /** A tsquery, see searchExpression. */
  readonly search: string | null;
  readonly categorySlug: string | null;
};

/** Which part of the list: `limit` from the front or from the end of what lies between the two ids. */
export type PageRequest = {
  readonly limit: number;
  readonly isFromEnd: boolean;
  readonly after: ProductId | null;
  readonly before: ProductId | null;
};

/** The list a page is part of: by a filter, or all of a category. */
export type ProductList =
  | { readonly kind: 'filter'; readonly filter: ProductFilter }
  | { readonly kind: 'category'; readonly categoryId: CategoryId }
  | { readonly kind: 'empty' };

/** One page, in the order of the list. */
export type ProductPage = {
  readonly products: readonly Product[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly list: ProductList;
};

export const defaultPageSize = 24;
export const largestPage = 100;

/**
 * A page from the rows read for it, in the direction of reading, one more than the limit when there are more.
 * Behind a cursor something lies by definition: the cursor's own product.
 */
export const pageOf = (rows: readonly Product[], request: PageRequest, list: ProductList): ProductPage => {
  const hasMore = rows.length > request.limit;
  const inReadingOrder = rows.slice(0, request.limit);
  return {
    products: request.isFromEnd ? inReadingOrder.reverse() : inReadingOrder,
    hasNextPage: request.isFromEnd ? request.before !== null : hasMore,
    hasPreviousPage: request.isFromEnd ? hasMore : request.after !== null,
    list,
  };
};

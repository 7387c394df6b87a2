import type { Id } from '@cartograph/ids';
import type { ProductStatus } from './product-status.ts';

export type ProductId = Id<'product'>;

/** A product as it is always read. */
export type Product = {
  readonly id: ProductId;
  readonly slug: string;
  readonly title: string;
  readonly status: ProductStatus;
  /** Goes up with every change. */
  readonly version: number;
};

/** What a list seldom shows of a product, and is only read when somebody asks for it. */
export type ProductDetails = {
  readonly productId: ProductId;
  /** Plain text. */
  readonly description: string;
  readonly vendor: string | null;
  readonly productType: string | null;
  readonly tags: readonly string[];
  readonly seoTitle: string | null;
  readonly seoDescription: string | null;
};

/** What a buyer can choose about a product; `values` in the shop's order. */
export type ProductOption = { readonly name: string; readonly values: readonly string[] };

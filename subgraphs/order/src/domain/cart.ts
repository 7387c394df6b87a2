import type { CurrencyCode } from '@cartograph/money';
import type { CartId, CartLineId, UserId, VariantId } from './ids.ts';

/** A cart can be changed while it is ACTIVE; `ACTIVE -> COMPLETED | ABANDONED`. */
export type CartStatus = 'ACTIVE' | 'COMPLETED' | 'ABANDONED';

/** What somebody is about to order. Its currency never changes; its version goes up with every change. */
export type Cart = {
  readonly id: CartId;
  /** Null for a guest's cart. */
  readonly buyerId: UserId | null;
  /** Of which generation a guest token must be to open it. */
  readonly guestGeneration: number;
  readonly currency: CurrencyCode;
  readonly status: CartStatus;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
};

/** Some pieces of one variant; a cart has one line a variant. */
export type CartLine = { readonly id: CartLineId; readonly variantId: VariantId; readonly quantity: number };

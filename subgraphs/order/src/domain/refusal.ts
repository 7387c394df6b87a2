import type { Money } from '@cartograph/money';
import type { OrderId, VariantId } from './ids.ts';
import type { FulfillmentStatus, OrderStatus } from './order.ts';

/** Why something was not done: an expected outcome, told to whoever asked. */
export type Refusal =
  | { readonly code: 'INVALID_INPUT'; readonly message: string; readonly path: readonly string[] }
  | { readonly code: 'IDEMPOTENCY_KEY_REUSED' }
  | { readonly code: 'CART_NOT_FOUND' }
  | { readonly code: 'CART_LINE_NOT_FOUND' }
  | { readonly code: 'CART_ALREADY_ORDERED'; readonly orderId: OrderId }
  | { readonly code: 'CART_LIMIT_EXCEEDED'; readonly limit: number; readonly of: 'LINES' | 'PIECES' }
  | { readonly code: 'CART_EMPTY' }
  | { readonly code: 'VARIANT_UNAVAILABLE'; readonly variantId: VariantId }
  | { readonly code: 'PRICE_CHANGED'; readonly currentTotal: Money }
  | { readonly code: 'VERSION_CONFLICT'; readonly currentVersion: number }
  | { readonly code: 'ORDER_NOT_FOUND' }
  | {
      readonly code: 'ORDER_NOT_CANCELLABLE';
      readonly status: OrderStatus;
      readonly fulfillmentStatus: FulfillmentStatus;
    };

/** Nothing was done, for these reasons. */
export type Refused = { readonly ok: false; readonly refusals: readonly Refusal[] };

export const refused = (...refusals: readonly Refusal[]): Refused => ({ ok: false, refusals });

import type { cancellationReasons, paymentFailureReasons } from '@cartograph/events';
import type { Money } from '@cartograph/money';
import type { CartId, OrderId, OrderLineId, ProductId, UserId, VariantId } from './ids.ts';

export type OrderStatus = 'PENDING' | 'CONFIRMED' | 'FULFILLING' | 'COMPLETED' | 'REJECTED' | 'CANCELLED';
export type PaymentStatus =
  | 'NONE'
  | 'AUTHORIZED'
  | 'PARTIALLY_PAID'
  | 'PAID'
  | 'PARTIALLY_REFUNDED'
  | 'REFUNDED'
  | 'DISPUTED';
export type FulfillmentStatus = 'UNFULFILLED' | 'PARTIALLY_FULFILLED' | 'FULFILLED';

/** Whose answer the checkout saga waits for. */
export type Awaiting = 'STOCK' | 'PAYMENT' | 'STOCK_COMMIT' | 'CAPTURE' | 'NOTHING';

export type Shortage = { readonly variantId: string; readonly requested: number; readonly available: number };
export type PaymentFailureReason = (typeof paymentFailureReasons)[number];
export type DeclineReason = Exclude<PaymentFailureReason, 'ACTION_EXPIRED'>;

/** Why an order ended before it was confirmed. */
export type Rejection =
  | { readonly reason: 'OUT_OF_STOCK'; readonly shortages: readonly Shortage[] }
  | { readonly reason: 'PAYMENT_DECLINED'; readonly declineReason: DeclineReason }
  | { readonly reason: 'PAYMENT_ACTION_EXPIRED' }
  | { readonly reason: 'TIMED_OUT' };

/** Why a pending or confirmed order was called off. */
export type Cancellation = { readonly reason: (typeof cancellationReasons)[number] };

/** The part of an order that the saga judges and changes. */
export type OrderProgress = {
  readonly status: OrderStatus;
  readonly paymentStatus: PaymentStatus;
  readonly fulfillmentStatus: FulfillmentStatus;
  readonly awaiting: Awaiting;
  readonly total: Money;
  /** The highest version of the payment whose facts `paymentStatus` knows. */
  readonly paymentVersion: number;
  readonly rejection: Rejection | null;
  readonly cancellation: Cancellation | null;
};

export type Order = OrderProgress & {
  readonly id: OrderId;
  readonly cartId: CartId;
  /** Null for a guest. */
  readonly buyerId: UserId | null;
  /** Of which generation a guest token must be to open it. */
  readonly guestGeneration: number;
  readonly version: number;
  readonly placedAt: Date;
  /** Until when it may stay PENDING. */
  readonly pendingUntil: Date;
  readonly updatedAt: Date;
  /** When it was rejected or cancelled. */
  readonly endedAt: Date | null;
  /** Of the request that placed it. */
  readonly correlationId: string;
};

/** What was true of a variant when it was ordered. */
export type OrderLine = {
  readonly id: OrderLineId;
  readonly productId: ProductId;
  readonly variantId: VariantId;
  readonly title: string;
  readonly variantTitle: string;
  readonly sku: string | null;
  readonly quantity: number;
  readonly unitPrice: Money;
  readonly total: Money;
};

/** The kinds of steps in an order's timeline. */
export type OrderEventType =
  | 'PLACED'
  | 'STOCK_RESERVED'
  | 'PAYMENT_REQUESTED'
  | 'PAYMENT_ACTION_REQUIRED'
  | 'PAYMENT_AUTHORIZED'
  | 'CONFIRMED'
  | 'STOCK_COMMITTED'
  | 'CAPTURE_REQUESTED'
  | 'PAYMENT_CAPTURED'
  | 'PAYMENT_VOIDED'
  | 'PAYMENT_REFUNDED'
  | 'REJECTED'
  | 'CANCELLED';

/** One step of the timeline; steps are added, never changed. */
export type OrderEvent = { readonly type: OrderEventType; readonly occurredAt: Date };

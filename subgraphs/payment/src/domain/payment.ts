import type { Id } from '@cartograph/ids';
import type { CurrencyCode } from '@cartograph/money';

export type PaymentStatus =
  | 'REQUIRES_METHOD'
  | 'AUTHORIZING'
  | 'REQUIRES_ACTION'
  | 'AUTHORIZED'
  | 'FAILED'
  | 'CAPTURING'
  | 'PARTIALLY_CAPTURED'
  | 'CAPTURED'
  | 'VOIDING'
  | 'VOIDED'
  | 'PARTIALLY_REFUNDED'
  | 'REFUNDED'
  | 'DISPUTED';

export type FailureReason =
  | 'DECLINED'
  | 'INSUFFICIENT_FUNDS'
  | 'INVALID_PAYMENT_METHOD'
  | 'ACTION_EXPIRED'
  | 'PROVIDER_ERROR';

/** The payment of one order. All amounts are integer minor units of its one currency. */
export type Payment = {
  readonly id: Id<'payment'>;
  readonly orderId: Id<'order'>;
  /** The signed-in buyer; null for a guest. */
  readonly buyerId: Id<'user'> | null;
  readonly status: PaymentStatus;
  readonly currency: CurrencyCode;
  readonly amountMinor: bigint;
  /** What was held, taken and given back in all; none of them ever shrinks. */
  readonly authorizedMinor: bigint;
  readonly capturedMinor: bigint;
  readonly refundedMinor: bigint;
  readonly failureReason: FailureReason | null;
  /** The provider's token for the payment method; never card data. */
  readonly paymentMethodToken: string;
  readonly providerPaymentId: string | null;
  readonly version: number;
  /** By the database's clock, as it is what the deadline of a held payment is counted from. */
  readonly createdAt: Date;
};

/** What a payment is made from; the rest begins empty. */
export type NewPayment = Pick<
  Payment,
  'id' | 'orderId' | 'buyerId' | 'currency' | 'amountMinor' | 'paymentMethodToken'
>;

/** A payment before it is in the database, which tells the time. */
export type BegunPayment = Omit<Payment, 'createdAt'>;

/** A payment whose amount the provider is about to be asked to hold. */
export const beginPayment = (fresh: NewPayment): BegunPayment => ({
  ...fresh,
  status: 'AUTHORIZING',
  authorizedMinor: 0n,
  capturedMinor: 0n,
  refundedMinor: 0n,
  failureReason: null,
  providerPaymentId: null,
  version: 1,
});

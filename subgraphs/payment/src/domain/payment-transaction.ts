import type { Id } from '@cartograph/ids';
import type { CurrencyCode } from '@cartograph/money';
import type { AttemptKind, AttemptResult } from './attempt.ts';
import type { FailureReason } from './payment.ts';

/** One answer of the provider as it was recorded; never changed. */
export type PaymentTransaction = {
  readonly id: Id<'transaction'>;
  readonly paymentId: Id<'payment'>;
  readonly kind: AttemptKind;
  readonly status: AttemptResult['status'];
  /** Integer minor units. */
  readonly amountMinor: bigint;
  readonly currency: CurrencyCode;
  readonly failureReason: FailureReason | null;
  readonly createdAt: Date;
};

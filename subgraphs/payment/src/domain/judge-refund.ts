import type { Money } from '@cartograph/money';
import type { NextAttempt } from './decision.ts';
import type { Payment, PaymentStatus } from './payment.ts';

/** Why nothing is given back: an expected outcome, told to whoever asked. */
export type RefundRefusal =
  | { readonly code: 'PAYMENT_NOT_FOUND' }
  | { readonly code: 'PAYMENT_NOT_REFUNDABLE'; readonly status: PaymentStatus }
  | { readonly code: 'REFUND_IN_PROGRESS' }
  | { readonly code: 'REFUND_EXCEEDS_CAPTURED'; readonly refundable: Money }
  | { readonly code: 'INVALID_INPUT'; readonly message: string; readonly path: readonly string[] }
  | { readonly code: 'IDEMPOTENCY_KEY_REUSED' };

export type RefundRefused = { readonly ok: false; readonly refusals: readonly RefundRefusal[] };

export const refused = (...refusals: readonly RefundRefusal[]): RefundRefused => ({ ok: false, refusals });

const refundable: ReadonlySet<PaymentStatus> = new Set(['CAPTURED', 'PARTIALLY_CAPTURED', 'PARTIALLY_REFUNDED']);

type Asked = { readonly amount: Money | null; readonly isRefundPending: boolean };

/**
 * Judges the staff's wish to give money back: `amount`, or all that is left when it is null. One refund is under way at a time:
 * how much is left is known when the provider has answered.
 */
export const judgeRefundRequest = (
  payment: Payment,
  { amount, isRefundPending }: Asked,
): { readonly ok: true; readonly next: NextAttempt } | RefundRefused => {
  const { status, currency, capturedMinor, refundedMinor } = payment;
  const leftMinor = capturedMinor - refundedMinor;
  if (!refundable.has(status) || leftMinor <= 0n) return refused({ code: 'PAYMENT_NOT_REFUNDABLE', status });
  if (isRefundPending) return refused({ code: 'REFUND_IN_PROGRESS' });
  if (amount && amount.currency !== currency) return refused(invalidAmount(`The payment is in ${currency}.`));
  if (amount && amount.amountMinor <= 0n) return refused(invalidAmount('There is nothing to give back in that.'));
  const amountMinor = amount?.amountMinor ?? leftMinor;
  if (amountMinor > leftMinor)
    return refused({ code: 'REFUND_EXCEEDS_CAPTURED', refundable: { amountMinor: leftMinor, currency } });
  return { ok: true, next: { kind: 'REFUND', amountMinor, delayMs: 0 } };
};

const invalidAmount = (message: string): RefundRefusal => ({
  code: 'INVALID_INPUT',
  message,
  path: ['input', 'amount'],
});

import type { Decision } from './decision.ts';
import type { FailureReason, Payment } from './payment.ts';
import { advance } from './transitions.ts';

/**
 * What an order's end does to its payment: held money is let go, taken money goes back. Null when there is nothing to
 * do now: because nothing is held, or because the provider is being asked and the answer will be judged with the order's
 * end in mind (`judgeResult`).
 */
export const endPayment = (payment: Payment, isRefundPending = false): Decision | null => {
  switch (payment.status) {
    case 'AUTHORIZED':
    case 'REQUIRES_ACTION':
      return letGo(payment, null);
    case 'CAPTURED':
    case 'PARTIALLY_CAPTURED':
    case 'PARTIALLY_REFUNDED':
      return isRefundPending ? null : giveBack(payment);
    case 'REQUIRES_METHOD':
    case 'AUTHORIZING':
    case 'CAPTURING':
    case 'VOIDING':
    case 'FAILED':
    case 'VOIDED':
    // Nothing is left, or the bank has the last word.
    case 'REFUNDED':
    case 'DISPUTED':
      return null;
  }
};

/** What passing the deadline of an authorisation does: held money is let go. Null when none is held any more. */
export const expirePayment = (payment: Payment): Decision | null => {
  if (payment.status === 'AUTHORIZED') return letGo(payment, null);
  if (payment.status === 'REQUIRES_ACTION') return letGo(payment, 'ACTION_EXPIRED');
  return null;
};

const letGo = (payment: Payment, failureReason: FailureReason | null): Decision => ({
  payment: advance(payment, 'VOIDING', { failureReason }),
  facts: [],
  next: { kind: 'VOID', amountMinor: payment.authorizedMinor, delayMs: 0 },
});

const giveBack = (payment: Payment): Decision => ({
  payment,
  facts: [],
  next: { kind: 'REFUND', amountMinor: payment.capturedMinor - payment.refundedMinor, delayMs: 0 },
});

import type { Money } from '@cartograph/money';
import type { Verdict } from './decision.ts';
import type { Payment } from './payment.ts';
import { advance } from './transitions.ts';

const ignored: Verdict = { kind: 'ignored' };
const early: Verdict = { kind: 'early' };

/**
 * Judges a request to take the held amount. One that comes after the order's end is moot; one for money that was let go
 * because it was held too long fails, so that the order hears of it.
 */
export const judgeCapture = (
  payment: Payment,
  { amount, isOrderEnded }: { amount: Money; isOrderEnded: boolean },
): Verdict => {
  if (isOrderEnded) return ignored;
  switch (payment.status) {
    case 'REQUIRES_METHOD':
    case 'AUTHORIZING':
    case 'REQUIRES_ACTION':
      return early;
    case 'AUTHORIZED':
      return beginCapture(payment, amount);
    case 'CAPTURING':
    case 'PARTIALLY_CAPTURED':
    case 'CAPTURED':
    case 'PARTIALLY_REFUNDED':
    case 'REFUNDED':
    case 'DISPUTED':
      return ignored;
    case 'VOIDING':
    case 'VOIDED':
      return captureLost(payment);
    case 'FAILED':
      return { kind: 'impossible', reason: `a capture was requested of ${payment.id}, which failed` };
  }
};

const beginCapture = (payment: Payment, { amountMinor, currency }: Money): Verdict => {
  if (currency !== payment.currency) {
    return { kind: 'impossible', reason: `${payment.id} is in ${payment.currency}, the capture in ${currency}` };
  }
  if (amountMinor > payment.authorizedMinor) {
    return { kind: 'impossible', reason: `the capture of ${amountMinor} is more than ${payment.id} has authorised` };
  }
  const decision = {
    payment: advance(payment, 'CAPTURING'),
    facts: [],
    next: { kind: 'CAPTURE', amountMinor, delayMs: 0 },
  } as const;
  return { kind: 'decided', decision };
};

const captureLost = (payment: Payment): Verdict => {
  const version = payment.version + 1;
  const facts = [{ name: 'PaymentCaptureFailed', version, reason: 'PROVIDER_ERROR' }] as const;
  return { kind: 'decided', decision: { payment: { ...payment, version }, facts, next: null } };
};

import { type Attempt, type AttemptResult, refusedDelayMs } from './attempt.ts';
import type { Decision } from './decision.ts';
import { endPayment } from './end-payment.ts';
import type { Payment } from './payment.ts';
import { advance } from './transitions.ts';

type Answered = Pick<Attempt, 'kind' | 'number' | 'amountMinor'>;
type Judge = (payment: Payment, attempt: Answered, result: AttemptResult) => Decision;

/**
 * What the provider's answer makes of the payment. When the order ended meanwhile, what the answer put into our hands
 * goes back at once: a late authorisation is voided, a capture that raced a cancellation is refunded.
 */
export const judgeResult = (
  payment: Payment,
  attempt: Answered,
  { result, isOrderEnded }: { result: AttemptResult; isOrderEnded: boolean },
): Decision => {
  if (result.status === 'REQUIRES_ACTION' && attempt.kind !== 'AUTHORIZE') {
    throw new Error(`the provider asks the buyer to act on a ${attempt.kind}, which no provider may`);
  }
  const known = { ...payment, providerPaymentId: result.providerPaymentId ?? payment.providerPaymentId };
  const decision = judges[attempt.kind](known, attempt, result);
  const after = isOrderEnded && decision.next === null ? endPayment(decision.payment) : null;
  return after ? { ...after, facts: [...decision.facts, ...after.facts] } : decision;
};

const judgeAuthorization: Judge = (payment, { amountMinor }, result) => {
  switch (result.status) {
    case 'SUCCEEDED': {
      const authorized = advance(payment, 'AUTHORIZED', { authorizedMinor: amountMinor });
      return told(authorized, { name: 'PaymentAuthorized', amountMinor });
    }
    case 'REQUIRES_ACTION':
      return told(advance(payment, 'REQUIRES_ACTION'), { name: 'PaymentActionRequired' });
    case 'DECLINED': {
      const failed = advance(payment, 'FAILED', { failureReason: result.reason });
      return told(failed, { name: 'PaymentFailed', reason: result.reason });
    }
  }
};

const judgeCaptured: Judge = (payment, { amountMinor }, result) => {
  if (result.status === 'DECLINED') {
    return told(advance(payment, 'AUTHORIZED'), { name: 'PaymentCaptureFailed', reason: result.reason });
  }
  const capturedMinor = payment.capturedMinor + amountMinor;
  const status = capturedMinor === payment.authorizedMinor ? 'CAPTURED' : 'PARTIALLY_CAPTURED';
  return told(advance(payment, status, { capturedMinor }), { name: 'PaymentCaptured', amountMinor: capturedMinor });
};

const judgeVoid: Judge = (payment, attempt, result) => {
  if (result.status === 'DECLINED') return askedAgain(payment, attempt);
  if (payment.failureReason !== null) {
    return told(advance(payment, 'FAILED'), { name: 'PaymentFailed', reason: payment.failureReason });
  }
  return told(advance(payment, 'VOIDED'), { name: 'PaymentVoided', amountMinor: payment.authorizedMinor });
};

const judgeRefund: Judge = (payment, attempt, result) => {
  if (result.status === 'DECLINED') return askedAgain(payment, attempt);
  const refundedMinor = payment.refundedMinor + attempt.amountMinor;
  const status = refundedMinor === payment.capturedMinor ? 'REFUNDED' : 'PARTIALLY_REFUNDED';
  return told(advance(payment, status, { refundedMinor }), { name: 'PaymentRefunded', amountMinor: refundedMinor });
};

const judges: Readonly<Record<Attempt['kind'], Judge>> = {
  AUTHORIZE: judgeAuthorization,
  CAPTURE: judgeCaptured,
  VOID: judgeVoid,
  REFUND: judgeRefund,
};

type Untold<Told> = Told extends unknown ? Omit<Told, 'version'> : never;

const told = (payment: Payment, fact: Untold<Decision['facts'][number]>): Decision => ({
  payment,
  facts: [{ ...fact, version: payment.version }],
  next: null,
});

/** A refusal is a known outcome, so that a new key is right; money that must go back is never given up. */
const askedAgain = (payment: Payment, { kind, number, amountMinor }: Answered): Decision => ({
  payment,
  facts: [],
  next: { kind, amountMinor, delayMs: refusedDelayMs(number) },
});

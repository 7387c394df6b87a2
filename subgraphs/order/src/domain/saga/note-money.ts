import type { Money } from '@cartograph/money';
import type { OrderEventType, OrderProgress, PaymentStatus } from '../order.ts';
import { refusalOf } from '../order-transitions.ts';
import type { Decision, SagaEventOf } from './saga-event.ts';

/** An event that says what became of the order's money. */
export type MoneyEvent = SagaEventOf<'PaymentAuthorized' | 'PaymentCaptured' | 'PaymentVoided' | 'PaymentRefunded'>;

const timelineOf: { readonly [Name in MoneyEvent['name']]: OrderEventType } = {
  PaymentAuthorized: 'PAYMENT_AUTHORIZED',
  PaymentCaptured: 'PAYMENT_CAPTURED',
  PaymentVoided: 'PAYMENT_VOIDED',
  PaymentRefunded: 'PAYMENT_REFUNDED',
};

/**
 * Notes what became of the money and leaves the order's status alone. Events carry absolute facts: one that is older
 * than what is known is ignored, also when it arrives later.
 */
export const noteMoney = (order: OrderProgress, event: MoneyEvent): Decision => {
  if (event.paymentVersion < order.paymentVersion) return { kind: 'ignored' };
  if (event.amount.currency !== order.total.currency) {
    return { kind: 'impossible', reason: `${event.amount.currency} was moved for an order in ${order.total.currency}` };
  }
  const paymentStatus = statusAfter(event, order.total);
  if (paymentStatus === order.paymentStatus) return { kind: 'ignored' };
  const refusal = refusalOf(order, 'paymentStatus', paymentStatus);
  if (refusal) return { kind: 'impossible', reason: refusal };
  const next = { ...order, paymentStatus, paymentVersion: event.paymentVersion };
  return { kind: 'done', next, timeline: [timelineOf[event.name]], emits: [] };
};

const statusAfter = ({ name, amount }: MoneyEvent, total: Money): PaymentStatus => {
  const isWhole = amount.amountMinor >= total.amountMinor;
  switch (name) {
    case 'PaymentAuthorized':
      return 'AUTHORIZED';
    case 'PaymentCaptured':
      return isWhole ? 'PAID' : 'PARTIALLY_PAID';
    case 'PaymentVoided':
      return 'NONE';
    case 'PaymentRefunded':
      return isWhole ? 'REFUNDED' : 'PARTIALLY_REFUNDED';
  }
};

import { isEqual } from '@cartograph/money';
import type { Cancellation, OrderProgress, Rejection } from '../order.ts';
import { refusalOf } from '../order-transitions.ts';
import { noteMoney } from './note-money.ts';
import type { Decision, SagaEvent, SagaEventName, SagaEventOf, Step } from './saga-event.ts';

type Takes = { readonly [Name in SagaEventName]: (order: OrderProgress, event: SagaEventOf<Name>) => Decision };

/** What each event does to an order that waits for it. */
const takes: Takes = {
  StockReserved: (order) =>
    step(
      order,
      { awaiting: 'PAYMENT' },
      { timeline: ['STOCK_RESERVED', 'PAYMENT_REQUESTED'], emits: ['PaymentRequested'] },
    ),
  StockRejected: (order, { shortages }) => reject(order, { reason: 'OUT_OF_STOCK', shortages }),
  PaymentActionRequired: (order) => step(order, {}, { timeline: ['PAYMENT_ACTION_REQUIRED'], emits: [] }),
  PaymentAuthorized: (order, event) => confirm(order, event),
  PaymentFailed: (order, { reason }) =>
    reject(
      order,
      reason === 'ACTION_EXPIRED'
        ? { reason: 'PAYMENT_ACTION_EXPIRED' }
        : { reason: 'PAYMENT_DECLINED', declineReason: reason },
    ),
  StockCommitted: (order) =>
    step(
      order,
      { awaiting: 'CAPTURE' },
      { timeline: ['STOCK_COMMITTED', 'CAPTURE_REQUESTED'], emits: ['CaptureRequested'] },
    ),
  StockCommitFailed: (order) => cancel(order, { reason: 'STOCK_LOST' }),
  PaymentCaptured: (order, event) => settle(order, event),
  PaymentCaptureFailed: (order) => cancel(order, { reason: 'CAPTURE_FAILED' }),
  PaymentVoided: noteMoney,
  PaymentRefunded: noteMoney,
  DeadlinePassed: (order) => reject(order, { reason: 'TIMED_OUT' }),
};

/** Moves the saga on by an event that it waits for. */
export const take = (order: OrderProgress, event: SagaEvent): Decision =>
  (takes[event.name] as (order: OrderProgress, event: SagaEvent) => Decision)(order, event);

const confirm = (order: OrderProgress, event: SagaEventOf<'PaymentAuthorized'>): Decision => {
  // Goods worth more than what is held must never leave: such an order ends by its deadline, and its money goes back.
  if (!isEqual(event.amount, order.total)) {
    return { kind: 'impossible', reason: 'the authorised amount is not the total of the order' };
  }
  const noted = { paymentStatus: 'AUTHORIZED', paymentVersion: event.paymentVersion } as const;
  const emission = { timeline: ['PAYMENT_AUTHORIZED', 'CONFIRMED'], emits: ['OrderConfirmed'] } as const;
  return step(order, { ...noted, status: 'CONFIRMED', awaiting: 'STOCK_COMMIT' }, emission);
};

/** The saga is over once the whole amount was taken. */
const settle = (order: OrderProgress, event: SagaEventOf<'PaymentCaptured'>): Decision => {
  const noted = noteMoney(order, event);
  if (noted.kind !== 'done' || noted.next.paymentStatus !== 'PAID') return noted;
  return { ...noted, next: { ...noted.next, awaiting: 'NOTHING' } };
};

const reject = (order: OrderProgress, rejection: Rejection): Decision =>
  step(
    order,
    { status: 'REJECTED', awaiting: 'NOTHING', rejection },
    { timeline: ['REJECTED'], emits: ['OrderRejected'] },
  );

/** Calls the order off, if its table of transitions permits it. */
export const cancel = (order: OrderProgress, cancellation: Cancellation): Decision =>
  step(
    order,
    { status: 'CANCELLED', awaiting: 'NOTHING', cancellation },
    { timeline: ['CANCELLED'], emits: ['OrderCancelled'] },
  );

/** A step of the saga, if the order's own table of transitions permits it. */
const step = (
  order: OrderProgress,
  change: Partial<OrderProgress>,
  { timeline, emits }: Pick<Step, 'timeline' | 'emits'>,
): Decision => {
  const refusal = change.status ? refusalOf(order, 'status', change.status) : null;
  if (refusal) return { kind: 'impossible', reason: refusal };
  return { kind: 'done', next: { ...order, ...change }, timeline, emits };
};

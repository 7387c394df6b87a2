import type { EventPayload } from '@cartograph/events';
import { appendEvent, type Transaction } from '@cartograph/outbox';
import type { Order } from '../domain/order.ts';
import type { SagaCommand, Step } from '../domain/saga/saga-event.ts';
import type { OrderStore, SavedStep } from './ports.ts';

type Told = { readonly [Name in SagaCommand]: (order: Order, saved: SavedStep) => EventPayload<Name> };

/** Writes a step of the saga: the order's next state, its timeline, and the events that follow. */
export const recordStep =
  ({ orders }: { orders: OrderStore }) =>
  async (tx: Transaction, before: Order, { next, timeline, emits }: Step): Promise<void> => {
    const order: Order = { ...before, ...next };
    const saved = await orders.save(tx, order, { timeline, hasLines: emits.includes('OrderConfirmed') });
    for (const name of emits) {
      const data = toldBy[name](order, saved);
      await appendEvent(tx, { name, data, aggregateId: order.id, aggregateVersion: saved.version });
    }
  };

/** What each of the saga's events says of the order. */
const toldBy: Told = {
  PaymentRequested: (order, { paymentMethodToken }) => {
    if (paymentMethodToken === null) throw new Error('the payment token is not there any more');
    return { ...amountOf(order), buyerId: order.buyerId, paymentMethodToken };
  },
  OrderConfirmed: (order, { lines }) => ({ orderId: order.id, lines: [...lines] }),
  CaptureRequested: (order) => amountOf(order),
  OrderRejected: (order) => {
    if (!order.rejection) throw new Error('a rejected order without a reason');
    return { orderId: order.id, reason: order.rejection.reason };
  },
  OrderCancelled: (order) => {
    if (!order.cancellation) throw new Error('a cancelled order without a reason');
    return { orderId: order.id, reason: order.cancellation.reason };
  },
};

const amountOf = ({ id, total }: Order) => ({
  orderId: id,
  amountMinor: total.amountMinor.toString(),
  currencyCode: total.currency,
});

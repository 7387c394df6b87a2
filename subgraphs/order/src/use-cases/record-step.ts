import type { EventPayload } from '@cartograph/events';
import { appendEvent, type Transaction } from '@cartograph/outbox';
import type { Order } from '../domain/order.ts';
import type { SagaCommand, Step } from '../domain/saga/saga-event.ts';
import type { OrderStore } from './ports.ts';

type Told = { readonly [Name in SagaCommand]: (telling: Telling) => Promise<EventPayload<Name>> };
type Telling = { readonly tx: Transaction; readonly orders: OrderStore; readonly order: Order };

/** Writes a step of the saga: the order's next state, its timeline, and the events that follow. */
export const recordStep =
  ({ orders }: { orders: OrderStore }) =>
  async (tx: Transaction, before: Order, { next, timeline, emits }: Step): Promise<void> => {
    const order: Order = { ...before, ...next };
    // Before the order is saved: saving forgets the payment token once nobody waits for stock any more.
    const events = await Promise.all(
      emits.map(async (name) => ({ name, data: await toldBy[name]({ tx, orders, order }) })),
    );
    const aggregateVersion = await orders.save(tx, order);
    await orders.note(tx, order.id, timeline);
    for (const event of events) await appendEvent(tx, { ...event, aggregateId: order.id, aggregateVersion });
  };

/** What each of the saga's events says of the order. */
const toldBy: Told = {
  PaymentRequested: async ({ tx, orders, order }) => ({
    ...amountOf(order),
    buyerId: order.buyerId,
    paymentMethodToken: await orders.paymentMethodToken(tx, order.id),
  }),
  OrderConfirmed: async ({ tx, orders, order }) => {
    const lines = await orders.lines(tx, order);
    return { orderId: order.id, lines: lines.map(({ variantId, quantity }) => ({ variantId, quantity })) };
  },
  CaptureRequested: async ({ order }) => amountOf(order),
  OrderRejected: async ({ order }) => {
    if (!order.rejection) throw new Error('a rejected order without a reason');
    return { orderId: order.id, reason: order.rejection.reason };
  },
  OrderCancelled: async ({ order }) => {
    if (!order.cancellation) throw new Error('a cancelled order without a reason');
    return { orderId: order.id, reason: order.cancellation.reason };
  },
};

const amountOf = ({ id, total }: Order) => ({
  orderId: id,
  amountMinor: total.amountMinor.toString(),
  currencyCode: total.currency,
});

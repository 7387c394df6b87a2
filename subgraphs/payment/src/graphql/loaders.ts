import type { Id } from '@cartograph/ids';
import DataLoader from 'dataloader';
import type { Payment } from '../domain/payment.ts';
import type { PaymentTransaction } from '../domain/payment-transaction.ts';
import type { PaymentReads } from '../use-cases/ports.ts';

/** One request's loaders: one statement for all keys of a batch, and nothing outlives the request. */
export const createLoaders = (reads: PaymentReads) => ({
  paymentById: new DataLoader<Id<'payment'>, Payment | null>(async (ids) => {
    const byId = new Map((await reads.byIds(ids)).map((payment) => [payment.id, payment]));
    return ids.map((id) => byId.get(id) ?? null);
  }),
  paymentByOrderId: new DataLoader<Id<'order'>, Payment | null>(async (orderIds) => {
    const byOrderId = new Map((await reads.byOrderIds(orderIds)).map((payment) => [payment.orderId, payment]));
    return orderIds.map((orderId) => byOrderId.get(orderId) ?? null);
  }),
  transactionsByPaymentId: new DataLoader<Id<'payment'>, PaymentTransaction[]>(async (paymentIds) => {
    const byPaymentId = Map.groupBy(await reads.transactionsOf(paymentIds), ({ paymentId }) => paymentId);
    return paymentIds.map((id) => byPaymentId.get(id) ?? []);
  }),
});

export type Loaders = ReturnType<typeof createLoaders>;

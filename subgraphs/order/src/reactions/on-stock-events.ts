import type { Reactions } from '@cartograph/outbox';
import type { OrderId } from '../domain/ids.ts';
import type { advanceOrder } from '../use-cases/advance-order.ts';

type StockReactions = Pick<
  Reactions<'order'>,
  'StockReserved' | 'StockRejected' | 'StockCommitted' | 'StockCommitFailed'
>;

/** What product answers to an order. */
export const onStockEvents = (advance: ReturnType<typeof advanceOrder>): StockReactions => ({
  StockReserved: (tx, { name, data }) => advance(tx, { orderId: data.orderId as OrderId, event: { name } }),
  StockRejected: (tx, { name, data: { orderId, shortages } }) =>
    advance(tx, { orderId: orderId as OrderId, event: { name, shortages } }),
  StockCommitted: (tx, { name, data }) => advance(tx, { orderId: data.orderId as OrderId, event: { name } }),
  StockCommitFailed: (tx, { name, data }) => advance(tx, { orderId: data.orderId as OrderId, event: { name } }),
});

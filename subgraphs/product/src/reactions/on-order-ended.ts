import type { DomainEvent } from '@cartograph/events';
import { done, ignored, impossible, type Outcome, type Transaction } from '@cartograph/outbox';
import type { OrderId } from '../domain/reservation.ts';
import type { StockUseCases } from './stock-use-cases.ts';

/** What an order that ended held is for sale again. */
export const onOrderEnded =
  ({ releaseStock }: StockUseCases, orderBecame: 'REJECTED' | 'CANCELLED') =>
  async (tx: Transaction, { data }: DomainEvent<'OrderRejected' | 'OrderCancelled'>): Promise<Outcome> => {
    const outcome = await releaseStock(tx, { orderId: data.orderId as OrderId, orderBecame });
    if (outcome === 'IMPOSSIBLE') return impossible('the order was rejected although its pieces had left the stock');
    return outcome === 'DONE_BEFORE' ? ignored : done;
  };

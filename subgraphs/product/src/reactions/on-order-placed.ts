import { done, ignored, type Reaction } from '@cartograph/outbox';
import type { OrderId } from '../domain/reservation.ts';
import type { StockUseCases } from './stock-use-cases.ts';

/** A placed order holds its pieces, or hears what is missing. */
export const onOrderPlaced =
  ({ holdStock }: StockUseCases): Reaction<'OrderPlaced'> =>
  async (tx, { data }) => {
    const outcome = await holdStock(tx, { orderId: data.orderId as OrderId, lines: data.lines });
    return outcome === 'KNOWN' ? ignored : done;
  };

import { done, early, ignored, type Reaction } from '@cartograph/outbox';
import type { OrderId } from '../domain/reservation.ts';
import type { StockUseCases } from './stock-use-cases.ts';

const outcomes = { COMMITTED: done, FAILED: done, DONE_BEFORE: ignored, UNKNOWN: early } as const;

/** The pieces of a confirmed order leave the stock. */
export const onOrderConfirmed =
  ({ commitStock }: StockUseCases): Reaction<'OrderConfirmed'> =>
  async (tx, { data }) =>
    outcomes[await commitStock(tx, { orderId: data.orderId as OrderId })];

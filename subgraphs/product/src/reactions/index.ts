import type { Reactions } from '@cartograph/outbox';
import { onOrderConfirmed } from './on-order-confirmed.ts';
import { onOrderEnded } from './on-order-ended.ts';
import { onOrderPlaced } from './on-order-placed.ts';
import type { StockUseCases } from './stock-use-cases.ts';

/** What the product subgraph does when others change. */
export const createReactions = (useCases: StockUseCases): Reactions<'product'> => ({
  OrderPlaced: onOrderPlaced(useCases),
  OrderConfirmed: onOrderConfirmed(useCases),
  OrderRejected: onOrderEnded(useCases, 'REJECTED'),
  OrderCancelled: onOrderEnded(useCases, 'CANCELLED'),
});

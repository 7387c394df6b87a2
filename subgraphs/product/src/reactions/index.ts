import type { Reactions } from '@cartograph/outbox';
import type { erasePerson } from '../use-cases/erase-person.ts';
import { onOrderConfirmed } from './on-order-confirmed.ts';
import { onOrderEnded } from './on-order-ended.ts';
import { onOrderPlaced } from './on-order-placed.ts';
import { onUserErasureRequested } from './on-user-erasure-requested.ts';
import type { StockUseCases } from './stock-use-cases.ts';

/** What the product subgraph does when others change. */
export const createReactions = (
  useCases: StockUseCases & { readonly erasePerson: ReturnType<typeof erasePerson> },
): Reactions<'product'> => ({
  OrderPlaced: onOrderPlaced(useCases),
  OrderConfirmed: onOrderConfirmed(useCases),
  OrderRejected: onOrderEnded(useCases, 'REJECTED'),
  OrderCancelled: onOrderEnded(useCases, 'CANCELLED'),
  UserErasureRequested: onUserErasureRequested(useCases.erasePerson),
});

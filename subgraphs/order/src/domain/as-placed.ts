import type { Order } from './order.ts';

/**
 * The order as it was when it was placed. A checkout answers with it, however far the saga has come by the time the
 * answer is read, so that the same checkout sent again gives the first result again.
 */
export const asPlaced = (order: Order): Order => ({
  ...order,
  status: 'PENDING',
  paymentStatus: 'NONE',
  fulfillmentStatus: 'UNFULFILLED',
  awaiting: 'STOCK',
  rejection: null,
  cancellation: null,
  version: 1,
  updatedAt: order.placedAt,
  endedAt: null,
});

import { parseId } from '@cartograph/ids';
import { listEnd, listPart } from '@cartograph/subgraph-server';
import type { Context } from '../context.ts';
import { cartLimits } from '../domain/change-cart.ts';
import type { Order } from '../domain/order.ts';
import type { OrderLineResolvers, OrderResolvers } from './generated/resolver-types.ts';
import { rejectionOf } from './rejection.ts';

/** The order with that id if the viewer may see it; otherwise null, exactly as what does not exist. */
export const findOrder = async (text: string, { loaders, access }: Context): Promise<Order | null> => {
  const id = parseId('order', text);
  const order = id && (await loaders.orderById.load(id));
  return order && access.maySeeOrder(order) ? order : null;
};

export const orderResolvers: OrderResolvers = {
  __resolveReference: ({ id }, context) => findOrder(id, context),
  customer: ({ buyerId }, _, { access }) => (buyerId !== null && access.maySeeUser(buyerId) ? { id: buyerId } : null),
  // All unless told otherwise: nobody is shown a part of what they pay for without having asked for a part.
  lines: async (order, args, { loaders }) => {
    const { lines: most } = cartLimits;
    return [...listPart(await loaders.orderLines.load(order), args, { usual: most, largest: most })];
  },
  lineCount: async (order, _, { loaders }) => (await loaders.orderLines.load(order)).length,
  currency: ({ total }) => total.currency,
  rejection: rejectionOf,
  cancellation: ({ cancellation, endedAt }) =>
    cancellation && endedAt && { reason: cancellation.reason, cancelledAt: endedAt },
  timeline: async ({ id }, { last }, { loaders }) => [...listEnd(await loaders.timeline.load(id), last)],
};

export const orderLineResolvers: OrderLineResolvers = {
  product: ({ productId }) => ({ id: productId }),
  variant: ({ variantId }) => ({ id: variantId }),
};

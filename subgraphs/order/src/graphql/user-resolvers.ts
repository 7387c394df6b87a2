import { parseId } from '@cartograph/ids';
import { cursorOf } from '../domain/order-page.ts';
import type { OrderConnectionResolvers, UserResolvers } from './generated/resolver-types.ts';
import { pageRequestOf } from './page-request.ts';

export const userResolvers: UserResolvers = {
  __resolveReference: ({ id }, { access }) => (access.maySeeUser(id) ? { id } : null),
  orders: ({ id }, page, { loaders }) => {
    const buyerId = parseId('user', id);
    const request = pageRequestOf(page);
    return buyerId && loaders.orderPage(buyerId, request);
  },
};

export const orderConnectionResolvers: OrderConnectionResolvers = {
  edges: ({ orders }) => orders.map((order) => ({ cursor: cursorOf(order), node: order })),
  nodes: ({ orders }) => [...orders],
  pageInfo: ({ orders, hasNextPage, hasPreviousPage }) => {
    const [first, last] = [orders.at(0), orders.at(-1)];
    return {
      hasNextPage,
      hasPreviousPage,
      startCursor: first ? cursorOf(first) : null,
      endCursor: last ? cursorOf(last) : null,
    };
  },
  totalCount: ({ buyerId }, _, { loaders }) => loaders.orderCount.load(buyerId),
};

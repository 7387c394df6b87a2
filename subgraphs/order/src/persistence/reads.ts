import { idFromUuid, uuidOfId } from '@cartograph/ids';
import type { OrderEventType } from '../domain/order.ts';
import type { Reads } from '../use-cases/reads.ts';
import { cartOf } from './cart-rows.ts';
import type { PrismaClient } from './generated/client.ts';
import { orderLineOf, orderOf } from './order-rows.ts';
import { pricedLinesOf } from './priced-lines.ts';
import { readOrderPages } from './read-order-pages.ts';

const withoutToken = { paymentMethodToken: true } as const;

/** What resolvers read, from PostgreSQL, one statement each. */
export const createReads = (prisma: PrismaClient): Reads => ({
  carts: async (ids) => {
    const rows = await prisma.cart.findMany({ where: { id: { in: ids.map(uuidOfId) } } });
    return new Map(rows.map(cartOf).map((cart) => [cart.id, cart]));
  },

  pricedLines: (carts) => pricedLinesOf(prisma, carts),

  orders: async (ids) => {
    const rows = await prisma.order.findMany({ where: { id: { in: ids.map(uuidOfId) } }, omit: withoutToken });
    return new Map(rows.map(orderOf).map((order) => [order.id, order]));
  },

  ordersOfCarts: async (ids) => {
    const rows = await prisma.order.findMany({ where: { cartId: { in: ids.map(uuidOfId) } }, omit: withoutToken });
    return new Map(rows.map(orderOf).map((order) => [order.cartId, order]));
  },

  orderLines: async (ids) => {
    const rows = await prisma.orderLine.findMany({
      where: { orderId: { in: ids.map(uuidOfId) } },
      include: { order: { select: { currency: true } } },
      orderBy: { position: 'asc' },
    });
    const lines = rows.map(({ order, ...row }) => ({
      id: idFromUuid('order', row.orderId),
      line: orderLineOf(row, order.currency),
    }));
    return groupById(lines, ({ line }) => line);
  },

  timelines: async (ids) => {
    const rows = await prisma.orderEvent.findMany({
      where: { orderId: { in: ids.map(uuidOfId) } },
      orderBy: { position: 'asc' },
    });
    const steps = rows.map((row) => ({
      id: idFromUuid('order', row.orderId),
      ...row,
      type: row.type as OrderEventType,
    }));
    return groupById(steps, ({ type, occurredAt }) => ({ type, occurredAt }));
  },

  orderPages: (buyerIds, request) => readOrderPages(prisma, buyerIds, request),

  orderCounts: async (buyerIds) => {
    const counts = await prisma.order.groupBy({
      by: ['buyerId'],
      where: { buyerId: { in: buyerIds.map(uuidOfId) } },
      _count: true,
    });
    return new Map(counts.flatMap(({ buyerId, _count }) => (buyerId ? [[idFromUuid('user', buyerId), _count]] : [])));
  },
});

const groupById = <Key, Row extends { id: Key }, Value>(
  rows: readonly Row[],
  toValue: (row: Row) => Value,
): Map<Key, Value[]> => new Map([...Map.groupBy(rows, ({ id }) => id)].map(([id, group]) => [id, group.map(toValue)]));

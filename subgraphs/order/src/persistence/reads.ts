import { idFromUuid, uuidOfId } from '@cartograph/ids';
import type { OrderEvent, OrderEventType } from '../domain/order.ts';
import type { Reads } from '../use-cases/reads.ts';
import { cartOf } from './cart-rows.ts';
import type { OrderEvent as OrderEventRow, PrismaClient } from './generated/client.ts';
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

  orderLines: async (orders) => {
    const rows = await prisma.orderLine.findMany({
      where: { orderId: { in: orders.map(({ id }) => uuidOfId(id)) } },
      orderBy: { position: 'asc' },
    });
    const byOrder = Map.groupBy(rows, (row) => idFromUuid('order', row.orderId));
    return new Map(
      orders.map(({ id, total }) => [id, (byOrder.get(id) ?? []).map((row) => orderLineOf(row, total.currency))]),
    );
  },

  timelines: async (ids) => {
    const rows = await prisma.orderEvent.findMany({
      where: { orderId: { in: ids.map(uuidOfId) } },
      orderBy: { position: 'asc' },
    });
    const byOrder = Map.groupBy(rows, (row) => idFromUuid('order', row.orderId));
    return new Map([...byOrder].map(([id, steps]) => [id, steps.map(eventOf)]));
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

const eventOf = ({ type, occurredAt }: OrderEventRow): OrderEvent => ({ type: type as OrderEventType, occurredAt });

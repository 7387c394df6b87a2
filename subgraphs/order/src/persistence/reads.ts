import { idFromUuid, uuidOfId } from '@cartograph/ids';
import type { SqlExecutor } from '@cartograph/outbox';
import type { OrderEvent, OrderEventType } from '../domain/order.ts';
import type { Reads } from '../use-cases/reads.ts';
import { type CartRow, cartOf } from './cart-rows.ts';
import type { OrderEvent as OrderEventRow, PrismaClient } from './generated/client.ts';
import { orderColumnsText } from './order-columns.ts';
import { orderLineOf, orderOf, type ReadOrderRow } from './order-rows.ts';
import { pricedLinesOf } from './priced-lines.ts';
import { readOrderPages } from './read-order-pages.ts';

const withoutToken = { paymentMethodToken: true } as const;

// What a buyer who waits asks for again and again.
const cartsByIds = `
  SELECT id, buyer_id AS "buyerId", guest_generation AS "guestGeneration", currency, status, version,
    created_at AS "createdAt", updated_at AS "updatedAt"
  FROM cart WHERE id = ANY($1::uuid[])`;
const ordersByIds = `SELECT ${orderColumnsText} FROM orders AS o WHERE o.id = ANY($1::uuid[])`;
const timelinesByIds = `
  SELECT order_id AS "orderId", type, occurred_at AS "occurredAt"
  FROM order_event WHERE order_id = ANY($1::uuid[]) ORDER BY position`;

/** What resolvers read, from PostgreSQL, one statement each: through Prisma, or `db` where it is asked often. */
export const createReads = (prisma: PrismaClient, db: SqlExecutor): Reads => ({
  carts: async (ids) => {
    const rows = await db.$queryRawUnsafe<CartRow[]>(cartsByIds, ids.map(uuidOfId));
    return new Map(rows.map(cartOf).map((cart) => [cart.id, cart]));
  },

  pricedLines: (carts) => pricedLinesOf(prisma, carts),

  orders: async (ids) => {
    const rows = await db.$queryRawUnsafe<ReadOrderRow[]>(ordersByIds, ids.map(uuidOfId));
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
    const rows = await db.$queryRawUnsafe<TimelineRow[]>(timelinesByIds, ids.map(uuidOfId));
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

type TimelineRow = Pick<OrderEventRow, 'orderId' | 'type' | 'occurredAt'>;

const eventOf = ({ type, occurredAt }: TimelineRow): OrderEvent => ({ type: type as OrderEventType, occurredAt });

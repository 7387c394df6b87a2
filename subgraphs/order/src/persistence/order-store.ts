import { idFromUuid, uuidOfId } from '@cartograph/ids';
import type { Transaction } from '@cartograph/outbox';
import type { Order } from '../domain/order.ts';
import type { OrderStore } from '../use-cases/ports.ts';
import { clientOf } from './client-of.ts';
import { insertOrder } from './insert-order.ts';
import { orderColumns } from './order-columns.ts';
import { orderLineOf, orderOf, type ReadOrderRow } from './order-rows.ts';

/** Orders in PostgreSQL. */
export const createOrderStore = (): OrderStore => ({
  insert: insertOrder,

  lock: async (tx, id) => {
    const [row] = await clientOf(tx).$queryRaw<ReadOrderRow[]>`
      SELECT ${orderColumns} FROM orders AS o WHERE o.id = ${uuidOfId(id)}::uuid FOR UPDATE`;
    return row ? orderOf(row) : null;
  },

  lockOverdue: async (tx, limit) => {
    const rows = await clientOf(tx).$queryRaw<ReadOrderRow[]>`
      SELECT ${orderColumns} FROM orders AS o WHERE o.status = 'PENDING' AND o.pending_until <= clock_timestamp()
      ORDER BY o.pending_until LIMIT ${limit} FOR UPDATE SKIP LOCKED`;
    return rows.map(orderOf);
  },

  save: saveProgress,

  note: async (tx, id, steps) => {
    if (steps.length === 0) return;
    const orderId = uuidOfId(id);
    await clientOf(tx).$executeRaw`
      INSERT INTO order_event (order_id, type, occurred_at)
      SELECT ${orderId}::uuid, s.type, clock_timestamp()
      FROM unnest(${[...steps]}::text[]) WITH ORDINALITY AS s(type, turn) ORDER BY s.turn`;
  },

  lines: async (tx, { id, total }) => {
    const rows = await clientOf(tx).orderLine.findMany({
      where: { orderId: uuidOfId(id) },
      orderBy: { position: 'asc' },
    });
    return rows.map((row) => orderLineOf(row, total.currency));
  },

  paymentMethodToken: async (tx, id) => {
    const row = await clientOf(tx).order.findUnique({
      where: { id: uuidOfId(id) },
      select: { paymentMethodToken: true },
    });
    if (!row?.paymentMethodToken) throw new Error('the payment token is not there any more');
    return row.paymentMethodToken;
  },

  idOfCart: async (tx, cartId) => {
    const row = await clientOf(tx).order.findUnique({ where: { cartId: uuidOfId(cartId) }, select: { id: true } });
    return row && idFromUuid('order', row.id);
  },
});

const saveProgress = async (tx: Transaction, order: Order): Promise<number> => {
  const isEnded = order.status === 'REJECTED' || order.status === 'CANCELLED';
  const [row] = await clientOf(tx).$queryRaw<{ version: number }[]>`
    UPDATE orders SET status = ${order.status}, payment_status = ${order.paymentStatus},
      fulfillment_status = ${order.fulfillmentStatus}, awaiting = ${order.awaiting},
      payment_version = ${order.paymentVersion}, rejection = ${jsonOf(order.rejection)}::jsonb,
      cancellation = ${jsonOf(order.cancellation)}::jsonb,
      payment_method_token = CASE WHEN ${order.awaiting} = 'STOCK' THEN payment_method_token END,
      ended_at = CASE WHEN ${isEnded} THEN coalesce(ended_at, clock_timestamp()) END,
      updated_at = clock_timestamp(), version = version + 1
    WHERE id = ${uuidOfId(order.id)}::uuid AND version = ${order.version} RETURNING version`;
  if (!row) throw new Error('the order was changed past its lock');
  return row.version;
};

const jsonOf = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

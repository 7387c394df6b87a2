import { idFromUuid, uuidOfId } from '@cartograph/ids';
import type { Transaction } from '@cartograph/outbox';
import type { Order } from '../domain/order.ts';
import type { OrderStore, SavedStep, WrittenStep } from '../use-cases/ports.ts';
import { insertOrder } from './insert-order.ts';
import { orderColumnsText } from './order-columns.ts';
import { orderOf, type ReadOrderRow } from './order-rows.ts';

const lockOrder = `SELECT ${orderColumnsText} FROM orders AS o WHERE o.id = $1::uuid FOR UPDATE`;

const lockOverdueOrders = `
  SELECT ${orderColumnsText} FROM orders AS o WHERE o.status = 'PENDING' AND o.pending_until <= clock_timestamp()
  ORDER BY o.pending_until LIMIT $1 FOR UPDATE SKIP LOCKED`;

// The payment token is told as it was before: from here on nobody waits for stock any more, and it is forgotten.
const saveStep = `
  WITH saved AS (
    UPDATE orders SET status = $3, payment_status = $4, fulfillment_status = $5, awaiting = $6, payment_version = $7,
      rejection = $8::jsonb, cancellation = $9::jsonb,
      payment_method_token = CASE WHEN $6 = 'STOCK' THEN payment_method_token END,
      ended_at = CASE WHEN $10::boolean THEN coalesce(ended_at, clock_timestamp()) END,
      updated_at = clock_timestamp(), version = version + 1
    WHERE id = $1::uuid AND version = $2
    RETURNING new.id, new.version, old.payment_method_token
  ), noted AS (
    INSERT INTO order_event (order_id, type, occurred_at)
    SELECT saved.id, s.type, clock_timestamp()
    FROM saved, unnest($11::text[]) WITH ORDINALITY AS s(type, turn) ORDER BY s.turn
  )
  SELECT version, payment_method_token AS "paymentMethodToken", CASE WHEN $12::boolean THEN (
    SELECT json_agg(json_build_object('variantId', l.variant_id, 'quantity', l.quantity) ORDER BY l.position)
    FROM order_line AS l WHERE l.order_id = saved.id) END AS lines
  FROM saved`;

const orderOfCart = 'SELECT id FROM orders WHERE cart_id = $1::uuid';

/** Orders in PostgreSQL. */
export const createOrderStore = (): OrderStore => ({
  insert: insertOrder,

  lock: async (tx, id) => {
    const [row] = await tx.db.$queryRawUnsafe<ReadOrderRow[]>(lockOrder, uuidOfId(id));
    return row ? orderOf(row) : null;
  },

  lockOverdue: async (tx, limit) => {
    const rows = await tx.db.$queryRawUnsafe<ReadOrderRow[]>(lockOverdueOrders, limit);
    return rows.map(orderOf);
  },

  save,

  idOfCart: async (tx, cartId) => {
    const [row] = await tx.db.$queryRawUnsafe<{ id: string }[]>(orderOfCart, uuidOfId(cartId));
    return row ? idFromUuid('order', row.id) : null;
  },
});

type SavedRow = {
  version: number;
  paymentMethodToken: string | null;
  lines: { variantId: string; quantity: number }[] | null;
};

const save = async (tx: Transaction, order: Order, { timeline, hasLines }: WrittenStep): Promise<SavedStep> => {
  const isEnded = order.status === 'REJECTED' || order.status === 'CANCELLED';
  const [row] = await tx.db.$queryRawUnsafe<SavedRow[]>(
    saveStep,
    uuidOfId(order.id),
    order.version,
    order.status,
    order.paymentStatus,
    order.fulfillmentStatus,
    order.awaiting,
    order.paymentVersion,
    jsonOf(order.rejection),
    jsonOf(order.cancellation),
    isEnded,
    [...timeline],
    hasLines,
  );
  if (!row) throw new Error('the order was changed past its lock');
  const lines = (row.lines ?? []).map(({ variantId, quantity }) => ({
    variantId: idFromUuid('variant', variantId),
    quantity,
  }));
  return { version: row.version, paymentMethodToken: row.paymentMethodToken, lines };
};

const jsonOf = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

import { uuidOfId } from '@cartograph/ids';
import type { Transaction } from '@cartograph/outbox';
import type { NewOrder } from '../use-cases/ports.ts';

// One statement: each part sees only what was there before it, and none needs to see what another wrote.
const placeOrder = `
  WITH placed AS (
    INSERT INTO orders (id, cart_id, buyer_id, currency, total_minor, payment_method_token, correlation_id, placed_at,
      updated_at, pending_until)
    SELECT $1::uuid, $2::uuid, $3::uuid, $4, $5::bigint, $6, $7, t, t, t + $8::int * interval '1 second'
    FROM clock_timestamp() AS t
    WHERE NOT EXISTS (SELECT FROM erased_person WHERE user_id = $3::uuid)
    RETURNING id, placed_at
  ), lines AS (
    INSERT INTO order_line (id, order_id, position, product_id, variant_id, title, variant_title, sku, quantity,
      unit_price_minor, total_minor)
    SELECT l.id, placed.id, l.position, l.product_id, l.variant_id, l.title, l.variant_title, l.sku, l.quantity,
      l.unit_price_minor, l.total_minor
    FROM placed, json_to_recordset($9::json) AS l(id uuid, position int, product_id uuid, variant_id uuid, title text,
      variant_title text, sku text, quantity int, unit_price_minor bigint, total_minor bigint)
  ), noted AS (
    INSERT INTO order_event (order_id, type, occurred_at) SELECT id, 'PLACED', clock_timestamp() FROM placed
  ), completed AS (
    UPDATE cart SET status = 'COMPLETED', version = version + 1, updated_at = clock_timestamp(), buyer_id = $3::uuid
    FROM placed WHERE cart.id = $2::uuid AND cart.status = 'ACTIVE' RETURNING 1
  )
  SELECT placed_at AS "placedAt", (SELECT count(*) FROM completed)::int AS completed FROM placed`;

/**
 * Writes a PENDING order, its lines and the first step of its timeline, and completes its cart; null for a buyer who was
 * erased, whose token may outlive the account. Its deadline counts from the database's clock, which also judges it.
 */
export const insertOrder = async (tx: Transaction, order: NewOrder): Promise<Date | null> => {
  const [row] = await tx.db.$queryRawUnsafe<{ placedAt: Date; completed: number }[]>(
    placeOrder,
    uuidOfId(order.id),
    uuidOfId(order.cartId),
    order.buyerId && uuidOfId(order.buyerId),
    order.total.currency,
    order.total.amountMinor,
    order.paymentMethodToken,
    tx.cause.correlationId,
    order.pendingForSeconds,
    JSON.stringify(order.lines.map(rowOf)),
  );
  if (!row) return null;
  if (row.completed !== 1) throw new Error('only an active cart becomes an order');
  return row.placedAt;
};

const rowOf = (line: NewOrder['lines'][number], position: number) => ({
  id: uuidOfId(line.id),
  position,
  product_id: uuidOfId(line.productId),
  variant_id: uuidOfId(line.variantId),
  title: line.title,
  variant_title: line.variantTitle,
  sku: line.sku,
  quantity: line.quantity,
  unit_price_minor: line.unitPrice.amountMinor.toString(),
  total_minor: line.total.amountMinor.toString(),
});

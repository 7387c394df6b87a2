import { uuidOfId } from '@cartograph/ids';
import type { Transaction } from '@cartograph/outbox';
import type { NewOrder } from '../use-cases/ports.ts';
import { clientOf } from './client-of.ts';

/** Writes a PENDING order and its lines; null for a buyer who was erased, whose token may outlive the account. Its deadline counts from the database's clock, which also judges it. */
export const insertOrder = async (tx: Transaction, order: NewOrder): Promise<Date | null> => {
  const client = clientOf(tx);
  const [row] = await client.$queryRaw<{ placedAt: Date }[]>`
    INSERT INTO orders (id, cart_id, buyer_id, currency, total_minor, payment_method_token, correlation_id, placed_at,
      updated_at, pending_until)
    SELECT ${uuidOfId(order.id)}::uuid, ${uuidOfId(order.cartId)}::uuid, ${order.buyerId && uuidOfId(order.buyerId)}::uuid,
      ${order.total.currency}, ${order.total.amountMinor}, ${order.paymentMethodToken}, ${tx.cause.correlationId}, t, t,
      t + ${order.pendingForSeconds}::int * interval '1 second'
    FROM clock_timestamp() AS t
    WHERE NOT EXISTS (SELECT FROM erased_person WHERE user_id = ${order.buyerId && uuidOfId(order.buyerId)}::uuid)
    RETURNING placed_at AS "placedAt"`;
  if (!row) return null;
  await client.orderLine.createMany({
    data: order.lines.map((line, position) => ({
      id: uuidOfId(line.id),
      orderId: uuidOfId(order.id),
      position,
      productId: uuidOfId(line.productId),
      variantId: uuidOfId(line.variantId),
      title: line.title,
      variantTitle: line.variantTitle,
      sku: line.sku,
      quantity: line.quantity,
      unitPriceMinor: line.unitPrice.amountMinor,
      totalMinor: line.total.amountMinor,
    })),
  });
  return row.placedAt;
};

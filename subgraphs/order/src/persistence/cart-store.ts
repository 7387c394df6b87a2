import { uuidOfId } from '@cartograph/ids';
import type { Transaction } from '@cartograph/outbox';
import type { CartId } from '../domain/ids.ts';
import type { CartStore } from '../use-cases/ports.ts';
import { type CartRow, cartOf } from './cart-rows.ts';
import { clientOf } from './client-of.ts';
import { pricedLinesOf } from './priced-lines.ts';

/** Carts in PostgreSQL. */
export const createCartStore = (): CartStore => ({
  insert: async (tx, { id, buyerId, currency }) => {
    const buyer = buyerId && uuidOfId(buyerId);
    const inserted = await clientOf(tx).$executeRaw`
      INSERT INTO cart (id, buyer_id, currency, created_at, updated_at)
      SELECT ${uuidOfId(id)}::uuid, ${buyer}::uuid, ${currency}, t, t FROM clock_timestamp() AS t
      WHERE NOT EXISTS (SELECT FROM erased_person WHERE user_id = ${buyer}::uuid)`;
    return inserted === 1;
  },

  lock: async (tx, id) => {
    const [row] = await clientOf(tx).$queryRaw<CartRow[]>`
      SELECT id, buyer_id AS "buyerId", guest_generation AS "guestGeneration", currency,
        status, version, created_at AS "createdAt", updated_at AS "updatedAt"
      FROM cart WHERE id = ${uuidOfId(id)}::uuid FOR UPDATE`;
    return row ? cartOf(row) : null;
  },

  pricedLines: async (tx, cart) => (await pricedLinesOf(clientOf(tx), [cart])).get(cart.id) ?? [],

  putLine: async (tx, cartId, line) => {
    await clientOf(tx).$executeRaw`
      INSERT INTO cart_line (id, cart_id, variant_id, quantity)
      VALUES (${uuidOfId(line.id)}::uuid, ${uuidOfId(cartId)}::uuid, ${uuidOfId(line.variantId)}::uuid, ${line.quantity})
      ON CONFLICT (cart_id, variant_id) DO UPDATE SET quantity = excluded.quantity`;
    await touch(tx, cartId);
  },

  removeLine: async (tx, cartId, lineId) => {
    const removed = await clientOf(tx).$executeRaw`
      DELETE FROM cart_line WHERE id = ${uuidOfId(lineId)}::uuid AND cart_id = ${uuidOfId(cartId)}::uuid`;
    if (removed === 1) await touch(tx, cartId);
    return removed === 1;
  },

  complete: async (tx, cartId, buyerId) => {
    const completed = await clientOf(tx).$executeRaw`
      UPDATE cart SET status = 'COMPLETED', version = version + 1, updated_at = clock_timestamp(),
        buyer_id = ${buyerId && uuidOfId(buyerId)}::uuid
      WHERE id = ${uuidOfId(cartId)}::uuid AND status = 'ACTIVE'`;
    if (completed !== 1) throw new Error('only an active cart becomes an order');
  },
});

const touch = async (tx: Transaction, cartId: CartId): Promise<void> => {
  await clientOf(tx).$executeRaw`
    UPDATE cart SET version = version + 1, updated_at = clock_timestamp() WHERE id = ${uuidOfId(cartId)}::uuid`;
};

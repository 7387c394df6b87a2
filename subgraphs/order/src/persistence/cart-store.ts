import { uuidOfId } from '@cartograph/ids';
import type { CartStore } from '../use-cases/ports.ts';
import { type CartRow, cartOf } from './cart-rows.ts';
import { pricedLinesIn } from './priced-lines.ts';

const insertCart = `
  INSERT INTO cart (id, buyer_id, currency, created_at, updated_at)
  SELECT $1::uuid, $2::uuid, $3, t, t FROM clock_timestamp() AS t
  WHERE NOT EXISTS (SELECT FROM erased_person WHERE user_id = $2::uuid)`;

const lockCart = `
  SELECT id, buyer_id AS "buyerId", guest_generation AS "guestGeneration", currency,
    status, version, created_at AS "createdAt", updated_at AS "updatedAt"
  FROM cart WHERE id = $1::uuid FOR UPDATE`;

const putLine = `
  WITH put AS (
    INSERT INTO cart_line (id, cart_id, variant_id, quantity) VALUES ($1::uuid, $2::uuid, $3::uuid, $4)
    ON CONFLICT (cart_id, variant_id) DO UPDATE SET quantity = excluded.quantity
  )
  UPDATE cart SET version = version + 1, updated_at = clock_timestamp() WHERE id = $2::uuid`;

const removeLine = `
  WITH removed AS (DELETE FROM cart_line WHERE id = $1::uuid AND cart_id = $2::uuid RETURNING cart_id)
  UPDATE cart SET version = version + 1, updated_at = clock_timestamp() FROM removed WHERE cart.id = removed.cart_id`;

/** Carts in PostgreSQL. */
export const createCartStore = (): CartStore => ({
  insert: async (tx, { id, buyerId, currency }) => {
    const buyer = buyerId && uuidOfId(buyerId);
    return (await tx.db.$executeRawUnsafe(insertCart, uuidOfId(id), buyer, currency)) === 1;
  },

  lock: async (tx, id, variantId) => {
    // They leave together, and the second is begun when the lock is there: it sees what was committed until then.
    const [[row], priced] = await Promise.all([
      tx.db.$queryRawUnsafe<CartRow[]>(lockCart, uuidOfId(id)),
      pricedLinesIn(tx, id, variantId ?? null),
    ]);
    return row ? { cart: cartOf(row), ...priced(row.currency) } : null;
  },

  putLine: async (tx, cartId, line) => {
    const values = [uuidOfId(line.id), uuidOfId(cartId), uuidOfId(line.variantId), line.quantity];
    await tx.db.$executeRawUnsafe(putLine, ...values);
  },

  removeLine: async (tx, cartId, lineId) =>
    (await tx.db.$executeRawUnsafe(removeLine, uuidOfId(lineId), uuidOfId(cartId))) === 1,
});

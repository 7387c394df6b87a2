import { idFromUuid, uuidOfId } from '@cartograph/ids';
import type { Cart } from '../domain/cart.ts';
import type { CartId } from '../domain/ids.ts';
import type { PricedLine } from '../domain/price-cart.ts';
import { type PricedLineRow, pricedLineOf } from './cart-rows.ts';
import type { Prisma } from './generated/client.ts';

type Client = Pick<Prisma.TransactionClient, '$queryRaw'>;

/** The lines of carts at present prices, in the order in which they were added (their ids are ordered by time). */
export const pricedLinesOf = async (
  client: Client,
  carts: readonly Pick<Cart, 'id' | 'currency'>[],
): Promise<ReadonlyMap<CartId, readonly PricedLine[]>> => {
  const uuids = carts.map(({ id }) => uuidOfId(id));
  const rows = await client.$queryRaw<PricedLineRow[]>`
    SELECT l.id, l.cart_id AS "cartId", l.quantity, l.variant_id AS "variantId", v.product_id AS "productId", v.title,
      v.variant_title AS "variantTitle", v.sku, v.is_active AS "isActive", v.prices
    FROM cart_line AS l LEFT JOIN variant_projection AS v ON v.variant_id = l.variant_id
    WHERE l.cart_id = ANY(${uuids}::uuid[]) ORDER BY l.id`;
  const byCart = Map.groupBy(rows, (row) => idFromUuid('cart', row.cartId));
  return new Map(
    carts.map(({ id, currency }) => [id, (byCart.get(id) ?? []).map((row) => pricedLineOf(row, currency))]),
  );
};

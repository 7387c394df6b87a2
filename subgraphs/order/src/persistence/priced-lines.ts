import { idFromUuid, uuidOfId } from '@cartograph/ids';
import type { CurrencyCode } from '@cartograph/money';
import type { Transaction } from '@cartograph/outbox';
import type { Cart } from '../domain/cart.ts';
import type { CartId, VariantId } from '../domain/ids.ts';
import type { PricedLine, VariantFacts } from '../domain/price-cart.ts';
import { factsOf, type PricedLineRow, pricedLineOf, type VariantRow } from './cart-rows.ts';
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

// The line without an id is the variant that is asked for besides.
const linesAndVariant = `
  SELECT l.id, l.quantity, l.variant_id AS "variantId", v.product_id AS "productId", v.title,
    v.variant_title AS "variantTitle", v.sku, v.is_active AS "isActive", v.prices
  FROM (
    SELECT id, quantity, variant_id FROM cart_line WHERE cart_id = $1::uuid
    UNION ALL SELECT NULL, 0, $2::uuid WHERE $2::uuid IS NOT NULL
  ) AS l LEFT JOIN variant_projection AS v ON v.variant_id = l.variant_id
  ORDER BY l.id`;

type LineOrVariantRow = Omit<PricedLineRow, 'id'> & { id: string | null };

type Priced = { lines: readonly PricedLine[]; facts: VariantFacts | null };

/** Reads the lines of a cart and what is known of one variant more; prices them in the cart's currency. */
export const pricedLinesIn = async (
  tx: Transaction,
  cartId: CartId,
  variantId: VariantId | null,
): Promise<(currency: CurrencyCode) => Priced> => {
  const values = [uuidOfId(cartId), variantId && uuidOfId(variantId)];
  const rows = await tx.db.$queryRawUnsafe<LineOrVariantRow[]>(linesAndVariant, ...values);
  const lines = rows.filter((row): row is PricedLineRow => row.id !== null);
  const asked = rows.find((row) => row.id === null);
  return (currency) => ({
    lines: lines.map((row) => pricedLineOf(row, currency)),
    facts: asked ? knownOf(asked as VariantRow | { productId: null }) : null,
  });
};

const knownOf = (row: VariantRow | { productId: null }): VariantFacts | null =>
  row.productId === null ? null : factsOf(row);

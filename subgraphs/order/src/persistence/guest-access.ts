import { idFromUuid, isId, parseId, uuidOfId } from '@cartograph/ids';
import type { GuestAccess, GuestRevocation } from '../use-cases/ports.ts';
import type { PrismaClient } from './generated/client.ts';

/** No guest token lives longer (the setting's limit): after that the revocation has nothing left to refuse. */
const longestTokenDays = 91;
/** How many revocations are read at once. */
export const revocationsPerPage = 1_000;

type Raised = { generation: number; buyerId: string | null };

const revokeOfCart = `
  UPDATE cart SET guest_generation = guest_generation + (buyer_id IS NULL)::int,
    guest_revoked_at = CASE WHEN buyer_id IS NULL THEN clock_timestamp() ELSE guest_revoked_at END
  WHERE id = $1::uuid RETURNING guest_generation AS generation, buyer_id AS "buyerId"`;

// The token of its cart gets the order's by a repeated checkout.
const revokeOfOrder = `
  WITH revoked AS (
    UPDATE orders SET guest_generation = guest_generation + (buyer_id IS NULL)::int,
      guest_revoked_at = CASE WHEN buyer_id IS NULL THEN clock_timestamp() ELSE guest_revoked_at END
    WHERE id = $1::uuid RETURNING guest_generation, buyer_id, cart_id
  ), of_cart AS (
    UPDATE cart SET guest_generation = cart.guest_generation + 1, guest_revoked_at = clock_timestamp()
    FROM revoked WHERE cart.id = revoked.cart_id AND revoked.buyer_id IS NULL
  )
  SELECT guest_generation AS generation, buyer_id AS "buyerId" FROM revoked`;

/** The generations of guest tokens, in PostgreSQL. */
export const guestAccess: GuestAccess = {
  revoke: async (tx, id) => {
    const revoke = isId('cart', id) ? revokeOfCart : revokeOfOrder;
    const [raised] = await tx.db.$queryRawUnsafe<Raised[]>(revoke, uuidOfId(id));
    if (!raised) return null;
    return { ...raised, buyerId: raised.buyerId === null ? null : idFromUuid('user', raised.buyerId) };
  },
};

type RevocationRow = { uuid: string; kind: 'cart' | 'order'; generation: number };

/** What is revoked and may still be tried, a page of it in the order of the ids. */
export const readGuestRevocations = async (
  prisma: Pick<PrismaClient, '$queryRaw'>,
  after: string | null,
): Promise<GuestRevocation[]> => {
  const afterId = parseId('cart', after) ?? parseId('order', after);
  const afterUuid = afterId && uuidOfId(afterId);
  const rows = await prisma.$queryRaw<RevocationRow[]>`
    SELECT id::text AS uuid, kind, guest_generation AS generation FROM (
      SELECT id, 'cart' AS kind, guest_generation, guest_revoked_at FROM cart
      UNION ALL
      SELECT id, 'order', guest_generation, guest_revoked_at FROM orders) AS opened
    WHERE guest_revoked_at > clock_timestamp() - ${longestTokenDays}::int * interval '1 day'
      AND (${afterUuid}::uuid IS NULL OR id > ${afterUuid}::uuid)
    ORDER BY id LIMIT ${revocationsPerPage}`;
  return rows.map(({ uuid, kind, generation }) => ({ id: idFromUuid(kind, uuid), generation }));
};

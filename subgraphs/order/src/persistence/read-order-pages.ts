import { uuidOfId } from '@cartograph/ids';
import type { UserId } from '../domain/ids.ts';
import { type OrderPage, type OrderPageRequest, type OrderPosition, pageOf } from '../domain/order-page.ts';
import { Prisma, type PrismaClient } from './generated/client.ts';
import { orderColumns } from './order-columns.ts';
import { orderOf, type ReadOrderRow } from './order-rows.ts';

/** Beyond every position, on either side: a page without bounds is a page between these. */
const newest = { placedAt: new Date('9999-12-31T00:00:00Z'), uuid: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };
const oldest = { placedAt: new Date(0), uuid: '00000000-0000-0000-0000-000000000000' };

/**
 * The same page of several buyers' lists in one statement, each read along the index on (buyer_id, placed_at, id).
 * One order more than asked for tells whether there is another page.
 */
export const readOrderPages = async (
  prisma: PrismaClient,
  buyerIds: readonly UserId[],
  request: OrderPageRequest,
): Promise<ReadonlyMap<UserId, OrderPage>> => {
  const direction = request.isFromEnd ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const upper = request.after ? boundOf(request.after) : newest;
  const lower = request.before ? boundOf(request.before) : oldest;
  const rows = await prisma.$queryRaw<ReadOrderRow[]>`
    SELECT page.* FROM unnest(${buyerIds.map(uuidOfId)}::uuid[]) AS buyer(id) CROSS JOIN LATERAL (
      SELECT ${orderColumns} FROM orders AS o
      WHERE o.buyer_id = buyer.id
        AND (o.placed_at, o.id) < (${upper.placedAt}, ${upper.uuid}::uuid)
        AND (o.placed_at, o.id) > (${lower.placedAt}, ${lower.uuid}::uuid)
      ORDER BY o.placed_at ${direction}, o.id ${direction} LIMIT ${request.limit + 1}) AS page`;
  const byBuyer = Map.groupBy(rows, (row) => row.buyerId);
  return new Map(buyerIds.map((id) => [id, pageOf(id, request, (byBuyer.get(uuidOfId(id)) ?? []).map(orderOf))]));
};

const boundOf = ({ placedAt, id }: OrderPosition) => ({ placedAt, uuid: uuidOfId(id) });

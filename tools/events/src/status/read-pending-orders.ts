import { type Id, idFromUuid } from '@cartograph/ids';
import type { Pool } from 'pg';

/** The orders whose saga has not ended, by the database's clock. */
export type PendingOrders = {
  readonly count: number;
  readonly oldest: { readonly orderId: Id<'order'>; readonly ageSeconds: number } | null;
};

/** Reads how many orders are PENDING and how old the oldest of them is. */
export const readPendingOrders = async (pool: Pool): Promise<PendingOrders> => {
  const { rows } = await pool.query<{ id: string; age: number; count: number }>(
    `SELECT id::text, extract(epoch FROM clock_timestamp() - placed_at)::float8 AS age, count(*) OVER ()::int AS count
     FROM orders WHERE status = 'PENDING' ORDER BY placed_at LIMIT 1`,
  );
  const [oldest] = rows;
  if (!oldest) return { count: 0, oldest: null };
  return { count: oldest.count, oldest: { orderId: idFromUuid('order', oldest.id), ageSeconds: oldest.age } };
};

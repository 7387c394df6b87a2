import { uuidOfId } from '@cartograph/ids';
import type { Orders } from '../use-cases/ports.ts';

/** The payable_order rows. */
export const createOrders = (): Orders => ({
  lock: async (tx, orderId) => {
    // The update that changes nothing is what takes the row lock, whether the row is new or not, in one statement.
    const rows = await tx.db.$queryRawUnsafe<{ is_ended: boolean }[]>(
      `INSERT INTO payable_order (order_id) VALUES ($1::uuid)
       ON CONFLICT (order_id) DO UPDATE SET order_id = EXCLUDED.order_id RETURNING ended_at IS NOT NULL AS is_ended`,
      uuidOfId(orderId),
    );
    return { isEnded: rows[0]?.is_ended ?? false };
  },
  end: async (tx, orderId, reason) => {
    await tx.db.$executeRawUnsafe(
      'UPDATE payable_order SET ended_at = clock_timestamp(), end_reason = $2 WHERE order_id = $1::uuid',
      uuidOfId(orderId),
      reason,
    );
  },
});

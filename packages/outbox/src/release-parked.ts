import type { Pool } from 'pg';

/**
 * Sends parked events again, once what kept them is mended. They leave after events of their aggregate that passed them
 * by, which consumers judge by the aggregate's version as any late event. Returns how many were released; the next poll
 * of a relay takes them.
 */
export const releaseParked = async (pool: Pool, eventIds: readonly string[]): Promise<number> => {
  const { rowCount } = await pool.query(
    `UPDATE outbox_event SET parked_at = NULL, attempts = 0, next_attempt_at = clock_timestamp()
     WHERE event_id = ANY($1::uuid[]) AND parked_at IS NOT NULL`,
    [eventIds],
  );
  return rowCount ?? 0;
};

import type { Pool } from 'pg';

export const rowsPerStatement = 1_000;

/**
 * By the database's clock. SKIP LOCKED: sweepers of several replicas take different rows and never wait for each other.
 * The tokens of a session go with it; those of one that still lives stay, as a used one that comes back must end it.
 */
const statements = {
  sessions: `DELETE FROM session WHERE id = ANY(ARRAY(
    SELECT id FROM session WHERE least(ended_at, expires_at) < now() - $1 * interval '1 day'
    LIMIT ${rowsPerStatement} FOR UPDATE SKIP LOCKED))`,
  codes: `DELETE FROM one_time_code WHERE id = ANY(ARRAY(
    SELECT id FROM one_time_code WHERE expires_at < now() - $1 * interval '1 day'
    LIMIT ${rowsPerStatement} FOR UPDATE SKIP LOCKED))`,
} as const;

/** Deletes sessions and mailed codes that were over `keepDays` ago, in small batches. Returns how many of each went. */
export const sweepAccounts = async (
  pool: Pool,
  keepDays: number,
  mayGoOn: () => boolean = () => true,
): Promise<{ sessions: number; codes: number }> => {
  const swept = { sessions: 0, codes: 0 };
  for (const kind of ['sessions', 'codes'] as const) {
    for (let deleted = rowsPerStatement; deleted === rowsPerStatement && mayGoOn(); swept[kind] += deleted) {
      deleted = (await pool.query(statements[kind], [keepDays])).rowCount ?? 0;
    }
  }
  return swept;
};

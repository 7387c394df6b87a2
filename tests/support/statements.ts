import type { Supergraph } from '@cartograph/testing';
import pg from 'pg';

/** What the event path and the health checks ask all the time has nothing to do with the operation that is measured. */
const background = String.raw`\m(outbox_event|inbox_event|payment_attempt|mail_job|idempotency_key|pg_stat_statements)\M|^\s*(BEGIN|COMMIT|ROLLBACK|SET|SELECT 1|DEALLOCATE)`;

/** Counts the SQL statements that each subgraph's database sees while `work` runs, sweepers and relays left out. */
export const countStatements = async (
  supergraph: Supergraph,
  work: () => Promise<void>,
): Promise<Record<string, number>> => {
  const client = new pg.Client({ connectionString: supergraph.stack.facts.superuserUrl });
  await client.connect();
  try {
    await client.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements');
    await client.query('SELECT pg_stat_statements_reset()');
    await work();
    const { rows } = await client.query<{ database: string; calls: number }>(
      `SELECT d.datname AS database, sum(s.calls)::int AS calls
       FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid
       WHERE s.query !~* $1 AND d.datname <> 'postgres' GROUP BY d.datname`,
      [background],
    );
    return Object.fromEntries(rows.map((row) => [row.database, row.calls]));
  } finally {
    await client.end();
  }
};

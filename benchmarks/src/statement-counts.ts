import pg from 'pg';

/** A statement by its shape, how often it came, and how long PostgreSQL was busy with it in all. */
export type StatementCount = { database: string; calls: number; ms: number; statement: string };

/** Counts what all databases of the server are asked from now on until `end`. */
export const countStatements = async (superuserUrl: string): Promise<{ end: () => Promise<StatementCount[]> }> => {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements');
  await client.query('SELECT pg_stat_statements_reset()');
  return {
    end: async () => {
      const { rows } = await client.query<StatementCount>(
        `SELECT d.datname AS database, s.calls::float8 AS calls, round((s.total_plan_time + s.total_exec_time)::numeric)::float8 AS ms,
           left(regexp_replace(s.query, '\\s+', ' ', 'g'), 120) AS statement
         FROM pg_stat_statements AS s JOIN pg_database AS d ON d.oid = s.dbid
         WHERE s.query NOT LIKE '%pg_stat_statements%' ORDER BY d.datname, s.calls DESC, s.query`,
      );
      await client.end();
      return rows;
    },
  };
};

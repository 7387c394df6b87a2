import { subgraphNames } from '@cartograph/events';
import type { Supergraph } from '@cartograph/testing';
import pg from 'pg';

/** Runs work on the database of each subgraph. */
export const inEachDatabase = async <Result>(
  supergraph: Supergraph,
  work: (client: pg.Client, subgraph: string) => Promise<Result>,
): Promise<Result[]> => {
  const results: Result[] = [];
  for (const subgraph of subgraphNames) {
    const client = new pg.Client({ connectionString: supergraph.stack.facts.databaseUrls[subgraph] });
    await client.connect();
    try {
      results.push(await work(client, subgraph));
    } finally {
      await client.end();
    }
  }
  return results;
};

/** Where a text stands, in any row of any table of any subgraph: `order.orders`, once a table. */
export const whereStands = async (supergraph: Supergraph, text: string): Promise<string[]> => {
  const found = await inEachDatabase(supergraph, async (client, subgraph) => {
    const tables = await client.query<{ name: string }>(
      `SELECT quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`,
    );
    if (tables.rows.length < 5) throw new Error(`${subgraph} has hardly a table: the search looks in the wrong place`);
    const hits: string[] = [];
    for (const { name } of tables.rows) {
      const { rowCount } = await client.query(
        `SELECT 1 FROM ${name} AS row WHERE position(lower($1) IN lower(to_jsonb(row)::text)) > 0 LIMIT 1`,
        [text],
      );
      if (rowCount) hits.push(`${subgraph}.${name}`);
    }
    return hits;
  });
  return found.flat();
};

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { subgraphNames } from '@cartograph/events';
import type { Supergraph } from '@cartograph/testing';
import pg from 'pg';

/** Asks one subgraph's database. */
export const rowsOf = async <Row extends pg.QueryResultRow>(
  { stack }: Supergraph,
  subgraph: string,
  query: string,
): Promise<Row[]> => {
  const client = new pg.Client({ connectionString: stack.facts.databaseUrls[subgraph] });
  await client.connect();
  try {
    return (await client.query<Row>(query)).rows;
  } finally {
    await client.end();
  }
};

/** Every row of every table of every database, outboxes and inboxes too, and the payment provider's own ledger. */
export const allBooks = async (supergraph: Supergraph): Promise<Record<string, unknown>> => {
  const { ports, secrets } = supergraph.stack.facts;
  const ledger = await fetch(`http://127.0.0.1:${ports['sandbox-provider']}/v1/ledger`, {
    headers: { authorization: `Bearer ${secrets.providerApiKey}` },
  });
  const books: Record<string, unknown> = { provider: await ledger.json() };
  for (const subgraph of subgraphNames) {
    const tables = await rowsOf<{ name: string }>(
      supergraph,
      subgraph,
      `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public'`,
    );
    for (const { name } of tables) {
      // When an event was taken in may change; that it was taken in may not.
      const row = `(to_jsonb(t) - 'taken_at')`;
      const query = `SELECT ${row} AS row FROM ${name} AS t ORDER BY ${row}::text`;
      books[`${subgraph}.${name}`] = await rowsOf(supergraph, subgraph, query);
    }
  }
  return books;
};

/** How many events all subgraphs have been delivered a second time, by their own logs at level debug. */
export const duplicatesSeen = async ({ stack }: Supergraph): Promise<number> => {
  const logs = subgraphNames.map((name) => readFile(join(stack.facts.options.dataDir, `logs/${name}.log`), 'utf8'));
  return (await Promise.all(logs)).join('').split('"intake":"duplicate"').length - 1;
};

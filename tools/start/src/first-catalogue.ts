import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

/** Past this the start goes on all the same: the events are on their way and nothing is lost. */
const limitMs = 30_000;

/**
 * Waits until every variant of the catalogue has reached the order subgraph's own projection by events: before that a
 * cart would not know what it is asked to hold.
 */
export const untilCatalogueArrived = async (databaseUrls: Readonly<Record<string, string>>): Promise<void> => {
  const deadline = Date.now() + limitMs;
  const variants = await count(databaseUrls.product, 'product_variant');
  while (Date.now() < deadline && (await count(databaseUrls.order, 'variant_projection')) < variants) await delay(100);
};

const count = async (databaseUrl: string | undefined, table: string): Promise<number> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM ${client.escapeIdentifier(table)}`,
    );
    return rows[0]?.count ?? 0;
  } finally {
    await client.end();
  }
};

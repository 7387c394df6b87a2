import type { Supergraph } from '@cartograph/testing';
import pg from 'pg';

/** Reads from one subgraph's database: a test's second look at what the public API said. */
export const rowsOf = async <Row extends pg.QueryResultRow>(
  supergraph: Supergraph,
  subgraph: string,
  query: string,
): Promise<Row[]> => {
  const client = new pg.Client({ connectionString: supergraph.stack.facts.databaseUrls[subgraph] });
  await client.connect();
  try {
    return (await client.query<Row>(query)).rows;
  } finally {
    await client.end();
  }
};

/** One charge as the provider itself knows it; amounts in minor units, as text. */
export type Charge = {
  id: string;
  reference: string;
  status: string;
  capturedMinor: string;
  authorizedMinor: string;
  refundedMinor: string;
};

/** What the payment provider itself has on its books. */
export const providerLedger = async (supergraph: Supergraph): Promise<Charge[]> => {
  const { ports, secrets } = supergraph.stack.facts;
  const answer = await fetch(`http://127.0.0.1:${ports['sandbox-provider']}/v1/ledger`, {
    headers: { authorization: `Bearer ${secrets.providerApiKey}` },
  });
  if (!answer.ok) throw new Error(`the provider's ledger answered ${answer.status}`);
  return ((await answer.json()) as { payments: Charge[] }).payments;
};

import { type SubgraphName, subgraphNames } from '@cartograph/events';
import pg from 'pg';
import type { EventPath } from './config.ts';

export type Databases = {
  readonly pools: Readonly<Record<SubgraphName, pg.Pool>>;
  /** Asks all four databases side by side. Throws as soon as one of them cannot answer. */
  readonly ofEach: <Result>(read: (pool: pg.Pool, subgraph: SubgraphName) => Promise<Result>) => Promise<Result[]>;
};

/** Which databases, and whether the work may change them; else every session is read-only. */
export type Lending = Pick<EventPath, 'databaseUrls'> & { readonly mayWrite?: boolean };

/** Lends the four databases to the work: one connection or two each, no statement longer than 15 s. */
export const withDatabases = async <Result>(
  { databaseUrls, mayWrite = false }: Lending,
  work: (databases: Databases) => Promise<Result>,
): Promise<Result> => {
  const urls = databaseUrls();
  const pools = {
    product: openPool(urls.product, mayWrite),
    order: openPool(urls.order, mayWrite),
    user: openPool(urls.user, mayWrite),
    payment: openPool(urls.payment, mayWrite),
  };
  try {
    const ofEach: Databases['ofEach'] = (read) => Promise.all(subgraphNames.map((name) => read(pools[name], name)));
    return await work({ pools, ofEach });
  } finally {
    await Promise.all(Object.values(pools).map((pool) => pool.end()));
  }
};

const openPool = (connectionString: string, mayWrite: boolean): pg.Pool => {
  const pool = new pg.Pool({
    connectionString,
    max: 2,
    connectionTimeoutMillis: 5_000,
    options: `-c default_transaction_read_only=${mayWrite ? 'off' : 'on'} -c statement_timeout=15000`,
    application_name: 'cartograph-events',
  });
  // An idle connection that breaks is replaced by the next question; unheard, its error would end the process.
  pool.on('error', () => undefined);
  return pool;
};

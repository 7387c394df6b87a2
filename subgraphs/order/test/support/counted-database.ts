import { openDatabase } from '@cartograph/subgraph-server';
import { createLogger } from '@cartograph/telemetry';
import { createTestDatabase } from '@cartograph/testing';

/** A fresh database of the subgraph with the pool its process would have; `statements` holds the SQL sent through it. */
export const openCountedDatabase = async () => {
  const database = await createTestDatabase('order');
  const config = { DATABASE_URL: database.url, DATABASE_POOL_SIZE: 10 };
  const { pool, close } = openDatabase({ config, logger: createLogger({ service: 'order', level: 'silent' }) });
  const statements: string[] = [];
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    const counted = (...args: unknown[]) => {
      const [first] = args as [string | { text?: string }];
      statements.push(typeof first === 'string' ? first : (first.text ?? ''));
      return query(...args);
    };
    client.query = counted as typeof client.query;
  });
  return {
    pool,
    statements,
    close: async () => {
      await close();
      await database.drop();
    },
  };
};

import { createLogger } from '@cartograph/telemetry';
import { createTestDatabase } from '@cartograph/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase } from '../src/index.ts';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let opened: ReturnType<typeof openDatabase>;

beforeAll(async () => {
  database = await createTestDatabase('user');
  const config = { DATABASE_URL: database.url, DATABASE_POOL_SIZE: 2 };
  opened = openDatabase({ config, logger: createLogger({ service: 'user', level: 'silent' }) });
});
afterAll(async () => {
  await opened.close();
  await database.drop();
});

const setting = async (name: string) =>
  (await opened.pool.query('SELECT current_setting($1) AS value', [name])).rows[0].value;

it('lets no statement wait for a lock longer than a transaction may take, and no hung process keep its locks', async () => {
  expect(await setting('statement_timeout')).toBe('10s');
  expect(await setting('idle_in_transaction_session_timeout')).toBe('30s');
});

import { randomUUID } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '@cartograph/testing';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { followOutbox } from '../src/tail/follow-outbox.ts';

let database: TestDatabase;
let pool: pg.Pool;

beforeAll(async () => {
  database = await createTestDatabase('order');
  pool = new pg.Pool({ connectionString: database.url });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const append = (client: pg.Pool | pg.PoolClient, name: string) =>
  client.query(
    `INSERT INTO outbox_event (event_id, name, schema_version, aggregate_id, aggregate_version, correlation_id, actor, data, occurred_at)
     VALUES ($1, $2, 1, 'order_1', 1, 'c', '{}', '{"orderId":"order_1"}', clock_timestamp())`,
    [randomUUID(), name],
  );

it('shows each event once, also one that commits after a later one, and none from before', async () => {
  await append(pool, 'Before');
  const slow = await pool.connect();
  await slow.query('BEGIN');
  await append(slow, 'BegunBefore');
  const news = await followOutbox(pool, 'order');
  const names = async () => (await news()).map(({ name }) => name);
  expect(await names()).toEqual([]);
  await append(pool, 'Quick');
  expect(await names()).toEqual(['Quick']);
  await slow.query('COMMIT');
  slow.release();
  expect(await names()).toEqual(['BegunBefore']);
  expect(await names()).toEqual([]);
});

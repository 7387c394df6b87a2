import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenOutbox, openOutbox } from './support/open-outbox.ts';

let database: OpenOutbox;

beforeAll(async () => {
  database = await openOutbox('order');
  await database.pool.query(
    "CREATE TABLE account (id text PRIMARY KEY, balance int); INSERT INTO account VALUES ('a', 1)",
  );
});
afterAll(() => database.close());

const ask = (sql: string) => database.run((tx) => tx.db.$queryRawUnsafe<unknown[]>(sql));
const named = 'SELECT id, balance FROM account';
const starred = 'SELECT * FROM account';

describe('statements that come again and again', () => {
  it('are prepared on the connection, and outlive a migration that adds a column', async () => {
    for (let times = 0; times < 5; times += 1) {
      expect(await ask(named)).toEqual([{ id: 'a', balance: 1 }]);
      expect(await ask(starred)).toEqual([{ id: 'a', balance: 1 }]);
    }
    const prepared = await ask(`SELECT statement FROM pg_prepared_statements WHERE statement LIKE '%FROM account'`);
    expect(prepared).toEqual([{ statement: named }]);
    await database.pool.query('ALTER TABLE account ADD COLUMN note text');
    expect(await ask(named)).toEqual([{ id: 'a', balance: 1 }]);
    expect(await ask(starred)).toEqual([{ id: 'a', balance: 1, note: null }]);
  });
});

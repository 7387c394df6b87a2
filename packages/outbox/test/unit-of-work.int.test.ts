import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Transaction } from '../src/transaction.ts';
import { createUnitOfWork } from '../src/unit-of-work.ts';
import { type OpenOutbox, openOutbox } from './support/open-outbox.ts';

describe.each(['the driver', 'Prisma'] as const)('through %s', (through) => {
  let database: OpenOutbox;
  let commits = 0;

  beforeAll(async () => {
    const onCommitted = () => {
      commits += 1;
    };
    database = await openOutbox('order', onCommitted, through);
    await database.pool.query('CREATE TABLE account (id text PRIMARY KEY, balance int NOT NULL)');
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    await database.pool.query("TRUNCATE account; INSERT INTO account VALUES ('a', 0), ('b', 0)");
    commits = 0;
  });

  const add = (tx: Transaction, id: string) =>
    tx.db.$executeRawUnsafe('UPDATE account SET balance = balance + 1 WHERE id = $1', id);
  const balances = async () =>
    (await database.rows<{ balance: number }>('SELECT balance FROM account ORDER BY id')).map((row) => row.balance);

  describe('a unit of work', () => {
    it('is tried again when two of them lock the same rows crosswise and PostgreSQL ends one', async () => {
      let attempts = 0;
      const inOrder = (first: string, second: string) =>
        database.run(async (tx) => {
          attempts += 1;
          await add(tx, first);
          await delay(100);
          await add(tx, second);
        });
      await Promise.all([inOrder('a', 'b'), inOrder('b', 'a')]);
      expect(attempts).toBeGreaterThan(2);
      expect(await balances()).toEqual([2, 2]);
      expect(commits).toBe(2);
    });

    it('is tried again when PostgreSQL cannot serialise it', async () => {
      let attempts = 0;
      const raise = () =>
        database.run(async (tx) => {
          attempts += 1;
          await tx.db.$executeRawUnsafe('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
          await tx.db.$queryRawUnsafe('SELECT balance FROM account');
          await delay(50);
          await add(tx, 'a');
        });
      await Promise.all([raise(), raise()]);
      expect(attempts).toBeGreaterThan(2);
      expect(await balances()).toEqual([2, 0]);
    });

    it('keeps nothing when its last statement cannot be sent', async () => {
      const unsendable = {
        toPostgres: () => {
          throw new Error('not to be written');
        },
      };
      const work = database.run(async (tx) => {
        await add(tx, 'a');
        tx.closing.inbox = {
          eventId: unsendable as never,
          name: 'StockReserved',
          aggregateId: 'a',
          aggregateVersion: 1,
        };
      });
      await expect(work).rejects.toThrow();
      expect(await balances()).toEqual([0, 0]);
      expect(commits).toBe(0);
    });

    it('that does nothing at all is done', async () => {
      expect(await database.run(async () => 'nothing')).toBe('nothing');
    });

    it('is given up after three more attempts', async () => {
      let attempts = 0;
      const work = database.run(async (tx) => {
        attempts += 1;
        await tx.db.$executeRawUnsafe("DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$");
      });
      await expect(work).rejects.toThrow();
      expect([attempts, commits]).toEqual([4, 0]);
    });

    it('is not tried again for what only looks like it: an error that mentions the number 40001', async () => {
      let attempts = 0;
      const work = database.run(async () => {
        attempts += 1;
        throw new Error('order 40001 is not there');
      });
      await expect(work).rejects.toThrow('40001');
      expect(attempts).toBe(1);
    });

    it('that takes too long is rolled back, and its locks are free soon after', async () => {
      const hasty = createUnitOfWork({
        transactions: database.transactions,
        onCommitted: () => undefined,
        timeoutMs: 300,
      });
      const begun = performance.now();
      await expect(
        hasty(database.cause, async (tx) => {
          await add(tx, 'a');
          await delay(600);
          await add(tx, 'b');
        }),
      ).rejects.toThrow();
      await database.run((tx) => add(tx, 'a'));
      expect(performance.now() - begun).toBeLessThan(2_000);
      expect(await balances()).toEqual([1, 0]);
    });

    it('that waits for a lock for too long is rolled back too, and lets go of what it had locked itself', async () => {
      const hasty = createUnitOfWork({
        transactions: database.transactions,
        onCommitted: () => undefined,
        timeoutMs: 300,
      });
      const holder = await database.pool.connect();
      await holder.query("BEGIN; UPDATE account SET balance = 100 WHERE id = 'b'");
      const begun = performance.now();
      await expect(
        hasty(database.cause, async (tx) => {
          await add(tx, 'a');
          await add(tx, 'b');
        }),
      ).rejects.toThrow();
      await database.run((tx) => add(tx, 'a'));
      expect(performance.now() - begun).toBeLessThan(2_000);
      await holder.query('ROLLBACK');
      holder.release();
      expect(await balances()).toEqual([1, 0]);
    });
  });
});

describe('a unit of work whose COMMIT goes out behind its last statement', () => {
  let database: OpenOutbox;

  beforeAll(async () => {
    database = await openOutbox('order');
    await database.pool.query(
      `CREATE TABLE account (id text PRIMARY KEY, balance int NOT NULL);
       CREATE TABLE debt (account text REFERENCES account DEFERRABLE INITIALLY DEFERRED);
       INSERT INTO account VALUES ('a', 0)`,
    );
  });
  afterAll(() => database.close());

  const addOne = "UPDATE account SET balance = balance + 1 WHERE id = 'a'";
  const balance = async () => (await database.rows<{ balance: number }>('SELECT balance FROM account'))[0]?.balance;
  const inbox = { eventId: crypto.randomUUID(), name: 'StockReserved', aggregateId: 'a', aggregateVersion: 1 };

  it('keeps nothing, and says so, when a statement failed and whoever sent it went on', async () => {
    for (const closing of [null, inbox]) {
      const work = database.run(async (tx) => {
        await tx.db.$executeRawUnsafe(addOne);
        await tx.db.$executeRawUnsafe('SELECT 1 / 0').catch(() => undefined);
        tx.closing.inbox = closing;
      });
      await expect(work).rejects.toThrow();
    }
    expect(await balance()).toBe(0);
  });

  it('keeps nothing when the commit itself is refused, and its connection goes on', async () => {
    for (const closing of [null, inbox]) {
      const work = database.run(async (tx) => {
        await tx.db.$executeRawUnsafe(addOne);
        await tx.db.$executeRawUnsafe("INSERT INTO debt VALUES ('nobody')");
        tx.closing.inbox = closing;
      });
      await expect(work).rejects.toThrow(/foreign key/);
    }
    expect(await balance()).toBe(0);
    await Promise.all(Array.from({ length: 20 }, () => database.run((tx) => tx.db.$executeRawUnsafe(addOne))));
    expect(await balance()).toBe(20);
  });
});

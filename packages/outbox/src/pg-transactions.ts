import { inStatementSpan } from '@cartograph/telemetry';
import pg from 'pg';
import { preparedStatements } from './prepared-statements.ts';
import type { SqlExecutor } from './transaction.ts';
import type { TransactionalClient, TransactionExecutor } from './unit-of-work.ts';

/** The type whose values pg gives as text: `bigint` here, as Prisma has it. */
const int8: number = pg.types.builtins.INT8;

type Parser = (text: string) => unknown;

const types = {
  getTypeParser: ((oid: number, format: 'text'): Parser =>
    oid === int8 ? BigInt : (pg.types.getTypeParser(oid, format) as Parser)) as typeof pg.types.getTypeParser,
};

/**
 * Transactions straight through the driver, for what is done with every purchase: through Prisma each statement costs
 * three times the CPU. Statements that come again and again are prepared. On a pool with `pipeline`, BEGIN goes out with the
 * first statement and COMMIT with the last. What goes wrong has PostgreSQL's own codes.
 */
export const pgTransactions = (pool: pg.Pool): TransactionalClient => ({
  $transaction: async (work, { timeout }) => {
    const client = await pool.connect();
    let isBroken = false;
    try {
      return await transact(client, work, performance.now() + timeout);
    } catch (error) {
      isBroken = !(await isRolledBack(client));
      throw error;
    } finally {
      client.release(isBroken);
    }
  },
});

/** Statements outside any transaction, sent in the same way by whichever connection is free. */
export const pgStatements = (pool: pg.Pool): SqlExecutor => {
  const send = (text: string, values: unknown[]): Promise<pg.QueryResult> => {
    const name = preparedStatements.statementNameGenerator({ sql: text });
    return inStatementSpan(text, () => pool.query({ name, text, values, types } as pg.QueryConfig));
  };
  return {
    $queryRawUnsafe: async <Rows>(text: string, ...values: unknown[]) => (await send(text, values)).rows as Rows,
    $executeRawUnsafe: async (text, ...values) => (await send(text, values)).rowCount ?? 0,
  };
};

type Work<Result> = (db: TransactionExecutor) => Promise<Result>;

const transact = async <Result>(client: pg.PoolClient, work: Work<Result>, deadline: number): Promise<Result> => {
  const { begun, executor, committed } = openOn(client, deadline);
  if (!client.pipeline) await begun;
  const result = await work(executor);
  await committed();
  return result;
};

const openOn = (client: pg.PoolClient, deadline: number) => {
  const send = (text: string, values: unknown[]): Promise<pg.QueryResult> => {
    if (performance.now() > deadline) return Promise.reject(new Error('The transaction took too long.'));
    const name = preparedStatements.statementNameGenerator({ sql: text });
    return inStatementSpan(text, () => client.query({ name, text, values, types }));
  };
  const begun = client.query('BEGIN');
  const early: Promise<unknown>[] = [begun];
  // Whoever waits for the commit is told; until then a failure must not count as unhandled.
  begun.catch(() => undefined);
  const executor: TransactionExecutor = {
    $queryRawUnsafe: async <Rows>(text: string, ...values: unknown[]) => (await send(text, values)).rows as Rows,
    $executeRawUnsafe: async (text, ...values) => (await send(text, values)).rowCount ?? 0,
    $executeLast: (text, ...values) => {
      mustBePlain(values);
      const last = send(text, values);
      last.catch(() => undefined);
      early.push(last);
    },
  };
  const committed = async (): Promise<void> => {
    if (performance.now() > deadline) throw new Error('The transaction took too long.');
    if (!client.pipeline) await Promise.all(early);
    const committing = client.query('COMMIT');
    committing.catch(() => undefined);
    await Promise.all(early);
    const { command } = await committing;
    // What failed before, and was caught by whoever sent it, makes PostgreSQL answer a COMMIT by rolling back.
    if (command !== 'COMMIT') throw new Error('The transaction was rolled back, as one of its statements had failed.');
  };
  return { begun, executor, committed };
};

/**
 * What the driver turns into text by itself it may refuse, and send nothing. A COMMIT is already on its way behind the last
 * statement: it would commit without it.
 */
const mustBePlain = (values: readonly unknown[]): void => {
  const isPlain = values.every((value) => value === null || typeof value === 'string' || typeof value === 'number');
  if (!isPlain) throw new TypeError('The last statement of a transaction takes texts, numbers and null alone.');
};

const isRolledBack = (client: pg.PoolClient): Promise<boolean> =>
  client.query('ROLLBACK').then(
    () => true,
    () => false,
  );

import { inStatementSpan } from '@cartograph/telemetry';
import pg from 'pg';
import { begin, commit, mustBeCommit, sendStatement } from './edge-statement.ts';
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
 * three times the CPU. Statements that come again and again are prepared. BEGIN goes out with the first statement and COMMIT
 * with the last; on a pool with `pipeline` no statement waits for the one before. What goes wrong has PostgreSQL's own codes.
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
  await prepareEdges(client);
  const { executor, committed } = openOn(client, deadline);
  const result = await work(executor);
  await committed();
  return result;
};

const prepared = new WeakSet<pg.PoolClient>();

/** Once a connection, an empty transaction: from then on BEGIN and COMMIT go out with the first and the last statement. */
const prepareEdges = async (client: pg.PoolClient): Promise<void> => {
  if (prepared.has(client)) return;
  await Promise.all([client.query(begin), client.query(commit)]);
  prepared.add(client);
};

const openOn = (client: pg.PoolClient, deadline: number) => {
  let isOpen = false;
  let last: Promise<pg.QueryResult> | undefined;
  const send = (text: string, values: unknown[], closes = false): Promise<pg.QueryResult> => {
    if (performance.now() > deadline) return Promise.reject(new Error('The transaction took too long.'));
    const opens = !isOpen;
    isOpen = true;
    const name = preparedStatements.statementNameGenerator({ sql: text });
    const statement = { name, text, values, types };
    return inStatementSpan(text, () => sendStatement(client, statement, { opens, closes }));
  };
  const executor: TransactionExecutor = {
    $queryRawUnsafe: async <Rows>(text: string, ...values: unknown[]) => (await send(text, values)).rows as Rows,
    $executeRawUnsafe: async (text, ...values) => (await send(text, values)).rowCount ?? 0,
    $executeLast: (text, ...values) => {
      mustBePlain(values);
      last = send(text, values, true);
      // Whoever waits for the commit is told; until then a failure must not count as unhandled.
      last.catch(() => undefined);
    },
  };
  const committed = async (): Promise<void> => {
    if (last) return void (await last);
    if (performance.now() > deadline) throw new Error('The transaction took too long.');
    if (isOpen) mustBeCommit((await client.query(commit)).command);
  };
  return { executor, committed };
};

/** What the driver turns into text by itself it may refuse, and then forgets that the statement is prepared no more. */
const mustBePlain = (values: readonly unknown[]): void => {
  const isPlain = values.every((value) => value === null || typeof value === 'string' || typeof value === 'number');
  if (!isPlain) throw new TypeError('The last statement of a transaction takes texts, numbers and null alone.');
};

const isRolledBack = (client: pg.PoolClient): Promise<boolean> =>
  client.query('ROLLBACK').then(
    () => true,
    () => false,
  );

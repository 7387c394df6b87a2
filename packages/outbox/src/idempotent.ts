import { createHash } from 'node:crypto';
import type { Cause, Transaction, UnitOfWork } from './transaction.ts';

export type IdempotentCall = {
  /** The viewer and the mutation: a key of one viewer means nothing to another. */
  readonly scope: string;
  readonly key: string;
  /** The mutation's whole input without the key; JSON, bigint allowed. */
  readonly input: unknown;
};

export type IdempotentResult<Result> =
  | { ok: true; result: Result; isReplay: boolean }
  | { ok: false; code: 'IDEMPOTENCY_KEY_REUSED' };

const insertKey =
  'INSERT INTO idempotency_key (scope, key, input_hash) VALUES ($1, $2, $3) ON CONFLICT (scope, key) DO NOTHING';

const rememberResult = 'UPDATE idempotency_key SET result = $3::jsonb WHERE scope = $1 AND key = $2';

/** Rolls back the key together with an outcome that changed nothing, so that the buyer may mend the input and try again. */
class Refused extends Error {
  readonly result: unknown;
  constructor(result: unknown) {
    super('refused');
    this.result = result;
  }
}

/**
 * Runs the work once for each key: the key, the result and the effect commit together. The same key with the same input
 * gives the first result again, also when both arrive at once (the second waits for the first); with another input it
 * is refused. `result` must survive JSON. A result with `ok: false` is rolled back and not remembered.
 */
export const idempotent = async <Result extends { ok: boolean }>(
  unitOfWork: UnitOfWork,
  { call, cause }: { call: IdempotentCall; cause: Cause },
  work: (tx: Transaction) => Promise<Result>,
): Promise<IdempotentResult<Result>> => {
  const inputHash = hashOf(call.input ?? null);
  try {
    return await unitOfWork(cause, async (tx): Promise<IdempotentResult<Result>> => {
      const isFirst = await claimKey(tx, call, inputHash);
      if (!isFirst) return readResult<Result>(tx, call, inputHash);
      const result = await work(tx);
      if (!result.ok) throw new Refused(result);
      const remembered = JSON.stringify(result);
      await tx.db.$executeRawUnsafe(rememberResult, call.scope, call.key, remembered);
      // What a repetition will get, so that nobody relies on what JSON does not keep.
      return { ok: true, result: JSON.parse(remembered) as Result, isReplay: false };
    });
  } catch (error) {
    if (error instanceof Refused) return { ok: true, result: error.result as Result, isReplay: false };
    throw error;
  }
};

const claimKey = async (tx: Transaction, { scope, key }: IdempotentCall, inputHash: string): Promise<boolean> => {
  const inserted = await tx.db.$executeRawUnsafe(insertKey, scope, key, inputHash);
  return inserted === 1;
};

const readResult = async <Result>(
  tx: Transaction,
  { scope, key }: IdempotentCall,
  inputHash: string,
): Promise<IdempotentResult<Result>> => {
  const [row] = await tx.db.$queryRawUnsafe<{ input_hash: string; result: Result }[]>(
    'SELECT input_hash, result FROM idempotency_key WHERE scope = $1 AND key = $2',
    scope,
    key,
  );
  if (!row) throw new Error('the idempotency key vanished');
  return row.input_hash === inputHash
    ? { ok: true, result: row.result, isReplay: true }
    : { ok: false, code: 'IDEMPOTENCY_KEY_REUSED' };
};

const hashOf = (input: unknown): string => createHash('sha256').update(canonicalJson(input)).digest('hex');

/** JSON with sorted keys, so that the order in which a client writes its fields does not matter. */
const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === 'bigint') return part.toString();
    if (part === null || typeof part !== 'object' || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });

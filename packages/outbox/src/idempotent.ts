import { createHash } from 'node:crypto';
import { isDatabaseAway } from './database-away.ts';
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
 * gives the first result again, also when both arrive at once; with another input it is refused. The key is written last,
 * so that the first call needs no look at it: a repetition does the work anew, waits for the first at the latest at the
 * key, and is rolled back. `result` must survive JSON. A result with `ok: false` is rolled back and not remembered.
 */
export const idempotent = async <Result extends { ok: boolean }>(
  unitOfWork: UnitOfWork,
  { call, cause }: { call: IdempotentCall; cause: Cause },
  work: (tx: Transaction) => Promise<Result>,
): Promise<IdempotentResult<Result>> => {
  const { scope, key } = call;
  const inputHash = hashOf(call.input ?? null);
  try {
    return await unitOfWork(cause, async (tx): Promise<IdempotentResult<Result>> => {
      const done = await work(tx);
      if (!done.ok) throw new Refused(done);
      const result = JSON.stringify(done);
      tx.closing.key = { scope, key, inputHash, result };
      // What a repetition will get, so that nobody relies on what JSON does not keep.
      return { ok: true, result: JSON.parse(result) as Result, isReplay: false };
    });
  } catch (error) {
    // Whatever a repetition ended with: it is one.
    const first = isDatabaseAway(error) ? null : await readResult<Result>(unitOfWork, { call, cause }, inputHash);
    if (first) return first;
    if (error instanceof Refused) return { ok: true, result: error.result as Result, isReplay: false };
    throw error;
  }
};

const readResult = async <Result>(
  unitOfWork: UnitOfWork,
  { call, cause }: { call: IdempotentCall; cause: Cause },
  inputHash: string,
): Promise<IdempotentResult<Result> | null> => {
  const [row] = await unitOfWork(cause, (tx) =>
    tx.db.$queryRawUnsafe<{ input_hash: string; result: Result }[]>(
      'SELECT input_hash, result FROM idempotency_key WHERE scope = $1 AND key = $2',
      call.scope,
      call.key,
    ),
  );
  if (!row) return null;
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

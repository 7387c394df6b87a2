import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { inTransaction } from './open-store.ts';
import { Refusal, refusalBody } from './refusal.ts';

export type Answer = { readonly statusCode: number; readonly body: unknown };

/** A request that changes something: its key and everything that makes it this request and no other. */
export type KeyedRequest = { readonly idempotencyKey: string; readonly route: string; readonly body: unknown };

/**
 * Does the work once for each key: its effect and its answer are one transaction, so that after a crash either both are
 * there or neither. The same key with the same request gets the stored answer, with another one 409. A refusal of 402
 * or 422 is an answer too and is stored; other errors store nothing.
 */
export const answerOnce = (
  store: DatabaseSync,
  request: KeyedRequest,
  work: () => Answer,
): Answer & { isReplay: boolean } => {
  const hash = createHash('sha256')
    .update(JSON.stringify([request.route, request.body]))
    .digest('hex');
  return inTransaction(store, () => {
    const known = store.prepare('SELECT * FROM answer WHERE idempotency_key = ?').get(request.idempotencyKey);
    if (known && known.request_hash !== hash) {
      throw new Refusal(409, 'idempotency_key_reused', 'This Idempotency-Key was used for another request.');
    }
    if (known)
      return { statusCode: Number(known.status_code), body: JSON.parse(String(known.body)) as unknown, isReplay: true };
    const answer = answerOf(work);
    store
      .prepare('INSERT INTO answer (idempotency_key, request_hash, status_code, body) VALUES (?, ?, ?, ?)')
      .run(request.idempotencyKey, hash, answer.statusCode, JSON.stringify(answer.body));
    return { ...answer, isReplay: false };
  });
};

const answerOf = (work: () => Answer): Answer => {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Refusal) || ![402, 422].includes(error.statusCode)) throw error;
    return { statusCode: error.statusCode, body: refusalBody(error.code, error.message) };
  }
};

import { idFromUuid, newId, uuidOfId } from '@cartograph/ids';
import type { Cause, SqlExecutor, Transaction } from '@cartograph/outbox';
import { type AttemptKind, idempotencyKeyOf } from '../domain/attempt.ts';
import type { NextAttempt } from '../domain/decision.ts';
import type { Payment } from '../domain/payment.ts';
import type { Attempts, ClaimedAttempt } from '../use-cases/ports.ts';

/**
 * Adds the next attempt of the payment of the first parameter; those of `attemptValues` follow from `first` on. The order's
 * row is locked: nobody else numbers attempts of this payment meanwhile.
 */
export const insertAttempt = (first: number): string => {
  const [id, kind, key, amount, delay, cause] = [0, 1, 2, 3, 4, 5].map((index) => `$${first + index}`);
  return `
    INSERT INTO payment_attempt (id, payment_id, kind, number, idempotency_key, amount_minor, next_attempt_at, cause)
    SELECT ${id}::uuid, $1::uuid, ${kind}, n, replace(${key}, '{number}', n::text), ${amount}::bigint,
      clock_timestamp() + ${delay}::float8 * interval '1 millisecond', ${cause}::jsonb
    FROM (SELECT 1 + count(*)::int AS n FROM payment_attempt WHERE payment_id = $1::uuid AND kind = ${kind}) AS numbered`;
};

/** What `insertAttempt` is sent with, besides the payment's id. */
export const attemptValues = (tx: Transaction, paymentId: Payment['id'], next: NextAttempt): unknown[] => [
  uuidOfId(newId('attempt')),
  next.kind,
  idempotencyKeyOf({ paymentId, kind: next.kind, number: '{number}' }),
  String(next.amountMinor),
  next.delayMs,
  JSON.stringify(tx.cause),
];

const addAttempt = insertAttempt(2);

const refundPending = `
  SELECT 1 FROM payment_attempt WHERE payment_id = $1::uuid AND kind = 'REFUND' AND status = 'PENDING' LIMIT 1`;

/** The payment_attempt rows. */
export const createAttempts = (db: SqlExecutor): Attempts => ({
  add: async (tx, paymentId, next) => {
    await tx.db.$executeRawUnsafe(addAttempt, uuidOfId(paymentId), ...attemptValues(tx, paymentId, next));
  },
  claim: async (limit, leaseSeconds) => {
    const rows = await db.$queryRawUnsafe<ClaimedRow[]>(claimSql, limit, leaseSeconds);
    return rows.map(claimedOf);
  },
  isRefundPending: async (tx, paymentId) =>
    (await tx.db.$queryRawUnsafe<unknown[]>(refundPending, uuidOfId(paymentId))).length > 0,
  postpone: async (id, { delayMs, reason }) => {
    await db.$executeRawUnsafe(
      `UPDATE payment_attempt SET leased_until = NULL, last_error = $2,
         next_attempt_at = clock_timestamp() + $3 * interval '1 millisecond'
       WHERE id = $1::uuid AND status = 'PENDING'`,
      uuidOfId(id),
      reason.slice(0, 500),
      delayMs,
    );
  },
});

// MATERIALIZED: as a plain subquery the planner may run it more than once and lease more than the limit.
const claimSql = `
  WITH due AS MATERIALIZED (
    SELECT id FROM payment_attempt
    WHERE status = 'PENDING' AND next_attempt_at <= clock_timestamp()
      AND (leased_until IS NULL OR leased_until < clock_timestamp())
    ORDER BY next_attempt_at LIMIT $1 FOR UPDATE SKIP LOCKED)
  UPDATE payment_attempt AS a
  SET leased_until = clock_timestamp() + $2 * interval '1 second', tries = a.tries + 1
  FROM due, payment AS p WHERE a.id = due.id AND p.id = a.payment_id
  RETURNING a.id::text, a.payment_id::text, a.kind, a.number, a.idempotency_key, a.amount_minor::text, a.tries, a.cause,
    p.order_id::text, p.currency::text, p.payment_method_token, p.provider_payment_id`;

type ClaimedRow = {
  id: string;
  payment_id: string;
  kind: AttemptKind;
  number: number;
  idempotency_key: string;
  amount_minor: string;
  tries: number;
  cause: Cause;
  order_id: string;
  currency: string;
  payment_method_token: string;
  provider_payment_id: string | null;
};

const claimedOf = (row: ClaimedRow): ClaimedAttempt => ({
  id: idFromUuid('attempt', row.id),
  paymentId: idFromUuid('payment', row.payment_id),
  orderId: idFromUuid('order', row.order_id),
  kind: row.kind,
  number: row.number,
  idempotencyKey: row.idempotency_key,
  amountMinor: BigInt(row.amount_minor),
  tries: row.tries,
  cause: row.cause,
  currency: row.currency,
  paymentMethodToken: row.payment_method_token,
  providerPaymentId: row.provider_payment_id,
});

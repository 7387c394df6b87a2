import { idFromUuid, newId, uuidOfId } from '@cartograph/ids';
import type { Cause } from '@cartograph/outbox';
import { type AttemptKind, idempotencyKeyOf } from '../domain/attempt.ts';
import type { Attempts, ClaimedAttempt } from '../use-cases/ports.ts';
import type { PrismaClient } from './generated/client.ts';
import { prismaOf } from './prisma-of.ts';

/** The payment_attempt rows. */
export const createAttempts = (prisma: PrismaClient): Attempts => ({
  add: async (tx, paymentId, { kind, amountMinor, delayMs }) => {
    // The order's row is locked: nobody else numbers attempts of this payment meanwhile.
    const number = 1 + (await prismaOf(tx).paymentAttempt.count({ where: { paymentId: uuidOfId(paymentId), kind } }));
    await tx.db.$executeRawUnsafe(
      `INSERT INTO payment_attempt (id, payment_id, kind, number, idempotency_key, amount_minor, next_attempt_at, cause)
       VALUES ($1::uuid, $2::uuid, $3, $4, $5, $6::bigint, clock_timestamp() + $7 * interval '1 millisecond', $8::jsonb)`,
      uuidOfId(newId('attempt')),
      uuidOfId(paymentId),
      kind,
      number,
      idempotencyKeyOf({ paymentId, kind, number }),
      String(amountMinor),
      delayMs,
      JSON.stringify(tx.cause),
    );
  },
  claim: async (limit, leaseSeconds) => {
    const rows = await prisma.$queryRawUnsafe<ClaimedRow[]>(claimSql, limit, leaseSeconds);
    return rows.map(claimedOf);
  },
  isRefundPending: async (tx, paymentId) => {
    const where = { paymentId: uuidOfId(paymentId), kind: 'REFUND', status: 'PENDING' };
    return (await prismaOf(tx).paymentAttempt.findFirst({ where, select: { id: true } })) !== null;
  },
  settle: async (tx, id) => {
    const settled = await tx.db.$executeRawUnsafe(
      `UPDATE payment_attempt SET status = 'DONE', settled_at = clock_timestamp(), leased_until = NULL
       WHERE id = $1::uuid AND status = 'PENDING'`,
      uuidOfId(id),
    );
    return settled === 1;
  },
  postpone: async (id, { delayMs, reason }) => {
    await prisma.$executeRawUnsafe(
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

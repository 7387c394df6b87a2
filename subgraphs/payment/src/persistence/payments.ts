import { idFromUuid, uuidOfId } from '@cartograph/ids';
import type { BegunPayment } from '../domain/payment.ts';
import type { Payments } from '../use-cases/ports.ts';
import { attemptValues, insertAttempt } from './attempts.ts';
import type { Payment as PaymentRow, PrismaClient } from './generated/client.ts';
import { fixedColumns, movingColumns, paymentOf } from './payment-row.ts';

const columns = `id, order_id AS "orderId", buyer_id AS "buyerId", status, currency, amount_minor AS "amountMinor",
  authorized_minor AS "authorizedMinor", captured_minor AS "capturedMinor", refunded_minor AS "refundedMinor",
  failure_reason AS "failureReason", payment_method_token AS "paymentMethodToken",
  provider_payment_id AS "providerPaymentId", version, authorized_at AS "authorizedAt", created_at AS "createdAt",
  updated_at AS "updatedAt"`;

const newestOfOrder = `SELECT ${columns} FROM payment WHERE order_id = $1::uuid ORDER BY created_at DESC LIMIT 1`;
const paymentById = `SELECT ${columns} FROM payment WHERE id = $1::uuid`;
const askedPayment = `
  SELECT ${columns}, EXISTS (SELECT FROM payment_attempt AS a WHERE a.id = $2::uuid AND a.status = 'PENDING') AS "isAsked"
  FROM payment WHERE id = $1::uuid`;

// By the clock of the database, as the sweeper goes by it too.
const beginPayment = `
  WITH begun AS (
    INSERT INTO payment (id, order_id, buyer_id, currency, amount_minor, payment_method_token, status,
      authorized_minor, captured_minor, refunded_minor, failure_reason, provider_payment_id, version, created_at, updated_at)
    SELECT $1::uuid, $2::uuid, $3::uuid, $4, $5::bigint, $6, $7, $8::bigint, $9::bigint, $10::bigint, $11, $12, $13::int, t, t
    FROM clock_timestamp() AS t
    WHERE NOT EXISTS (SELECT FROM erased_person WHERE user_id = $3::uuid)
    RETURNING id
  ), asked AS (${insertAttempt(14)} WHERE EXISTS (SELECT FROM begun))
  SELECT 1 FROM begun`;

const savePayment = `
  UPDATE payment SET status = $2, authorized_minor = $3::bigint, captured_minor = $4::bigint,
    refunded_minor = $5::bigint, failure_reason = $6, provider_payment_id = $7, version = $8::int,
    authorized_at = CASE WHEN $2 = 'AUTHORIZED' THEN COALESCE(authorized_at, clock_timestamp()) ELSE authorized_at END,
    updated_at = clock_timestamp()
  WHERE id = $1::uuid`;

const savePaymentAndAsk = `WITH asked AS (${insertAttempt(9)}) ${savePayment}`;

/** The payment rows, as commands see them. */
export const createPayments = (prisma: PrismaClient): Payments => ({
  findByOrder: async (tx, orderId) => {
    const [row] = await tx.db.$queryRawUnsafe<PaymentRow[]>(newestOfOrder, uuidOfId(orderId));
    return row ? paymentOf(row) : null;
  },
  find: async (tx, id) => {
    const [row] = await tx.db.$queryRawUnsafe<PaymentRow[]>(paymentById, uuidOfId(id));
    return row ? paymentOf(row) : null;
  },
  findAsked: async (tx, { paymentId, id }) => {
    const [row] = await tx.db.$queryRawUnsafe<(PaymentRow & { isAsked: boolean })[]>(
      askedPayment,
      uuidOfId(paymentId),
      uuidOfId(id),
    );
    return row ? { payment: paymentOf(row), isAsked: row.isAsked } : null;
  },
  begin: async (tx, payment, next) => {
    const { id, orderId, buyerId, currency, amountMinor, paymentMethodToken } = fixedColumns(payment);
    const values = [id, orderId, buyerId, currency, String(amountMinor), paymentMethodToken, ...movingValues(payment)];
    const begun = [...values, ...attemptValues(tx, payment.id, next)];
    return (await tx.db.$queryRawUnsafe<unknown[]>(beginPayment, ...begun)).length > 0;
  },
  save: async (tx, payment, next) => {
    const values = [uuidOfId(payment.id), ...movingValues(payment)];
    if (next) await tx.db.$executeRawUnsafe(savePaymentAndAsk, ...values, ...attemptValues(tx, payment.id, next));
    else await tx.db.$executeRawUnsafe(savePayment, ...values);
  },
  findHeldLongerThan: async (seconds, limit) => {
    const rows = await prisma.$queryRawUnsafe<{ id: string; order_id: string }[]>(
      `SELECT id::text, order_id::text FROM payment WHERE status IN ('AUTHORIZED', 'REQUIRES_ACTION')
         AND COALESCE(authorized_at, created_at) < clock_timestamp() - $1 * interval '1 second'
       ORDER BY COALESCE(authorized_at, created_at) LIMIT $2`,
      seconds,
      limit,
    );
    return rows.map((row) => ({ id: idFromUuid('payment', row.id), orderId: idFromUuid('order', row.order_id) }));
  },
});

const movingValues = (payment: BegunPayment): unknown[] => {
  const { status, authorizedMinor, capturedMinor, refundedMinor, failureReason, providerPaymentId, version } =
    movingColumns(payment);
  const amounts = [authorizedMinor, capturedMinor, refundedMinor].map(String);
  return [status, ...amounts, failureReason, providerPaymentId, version];
};

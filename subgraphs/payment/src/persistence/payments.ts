import { idFromUuid, uuidOfId } from '@cartograph/ids';
import type { Payments } from '../use-cases/ports.ts';
import type { PrismaClient } from './generated/client.ts';
import { fixedColumns, movingColumns, paymentOf } from './payment-row.ts';
import { prismaOf } from './prisma-of.ts';

/** The payment rows, as commands see them. */
export const createPayments = (prisma: PrismaClient): Payments => ({
  findByOrder: async (tx, orderId) => {
    const where = { orderId: uuidOfId(orderId) };
    const row = await prismaOf(tx).payment.findFirst({ where, orderBy: { createdAt: 'desc' } });
    return row && paymentOf(row);
  },
  find: async (tx, id) => {
    const row = await prismaOf(tx).payment.findUnique({ where: { id: uuidOfId(id) } });
    return row && paymentOf(row);
  },
  insert: async (tx, payment) => {
    // In SQL, as Prisma's own now() is the clock of this process, and the sweeper goes by the database's.
    const row = { ...fixedColumns(payment), ...movingColumns(payment) };
    await prismaOf(tx).$executeRaw`
      INSERT INTO payment (id, order_id, buyer_id, currency, amount_minor, payment_method_token, status,
        authorized_minor, captured_minor, refunded_minor, failure_reason, provider_payment_id, version, created_at, updated_at)
      SELECT ${row.id}::uuid, ${row.orderId}::uuid, ${row.buyerId}::uuid, ${row.currency}, ${row.amountMinor},
        ${row.paymentMethodToken}, ${row.status}, ${row.authorizedMinor}, ${row.capturedMinor}, ${row.refundedMinor},
        ${row.failureReason}, ${row.providerPaymentId}, ${row.version}, t, t
      FROM clock_timestamp() AS t`;
  },
  save: async (tx, payment) => {
    const columns = movingColumns(payment);
    await tx.db.$executeRawUnsafe(
      `UPDATE payment SET status = $2, authorized_minor = $3::bigint, captured_minor = $4::bigint,
         refunded_minor = $5::bigint, failure_reason = $6, provider_payment_id = $7, version = $8,
         authorized_at = CASE WHEN $2 = 'AUTHORIZED' THEN COALESCE(authorized_at, clock_timestamp()) ELSE authorized_at END,
         updated_at = clock_timestamp()
       WHERE id = $1::uuid`,
      uuidOfId(payment.id),
      columns.status,
      String(columns.authorizedMinor),
      String(columns.capturedMinor),
      String(columns.refundedMinor),
      columns.failureReason,
      columns.providerPaymentId,
      columns.version,
    );
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

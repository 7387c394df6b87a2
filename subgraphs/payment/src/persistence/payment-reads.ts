import { idFromUuid, uuidOfId } from '@cartograph/ids';
import type { AttemptKind, AttemptResult } from '../domain/attempt.ts';
import type { FailureReason } from '../domain/payment.ts';
import type { PaymentTransaction } from '../domain/payment-transaction.ts';
import type { PaymentReads } from '../use-cases/ports.ts';
import type { PrismaClient, PaymentTransaction as TransactionRow } from './generated/client.ts';
import { paymentOf } from './payment-row.ts';

/** What queries read, outside any transaction, one statement a batch. */
export const createPaymentReads = (prisma: PrismaClient): PaymentReads => ({
  byIds: async (ids) => {
    const rows = await prisma.payment.findMany({ where: { id: { in: ids.map(uuidOfId) } } });
    return rows.map(paymentOf);
  },
  byOrderIds: async (orderIds) => {
    const where = { orderId: { in: orderIds.map(uuidOfId) } };
    const rows = await prisma.payment.findMany({ where, orderBy: { createdAt: 'asc' } });
    return [...new Map(rows.map((row) => [row.orderId, row])).values()].map(paymentOf);
  },
  transactionsOf: async (paymentIds) => {
    const where = { paymentId: { in: paymentIds.map(uuidOfId) } };
    const rows = await prisma.paymentTransaction.findMany({ where, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });
    return rows.map(transactionOf);
  },
});

const transactionOf = (row: TransactionRow): PaymentTransaction => ({
  id: idFromUuid('transaction', row.id),
  paymentId: idFromUuid('payment', row.paymentId),
  kind: row.kind as AttemptKind,
  status: row.status as AttemptResult['status'],
  amountMinor: row.amountMinor,
  currency: row.currency,
  failureReason: row.failureReason as FailureReason | null,
  createdAt: row.createdAt,
});

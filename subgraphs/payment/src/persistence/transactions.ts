import { newId, uuidOfId } from '@cartograph/ids';
import type { Transactions } from '../use-cases/ports.ts';
import { prismaOf } from './prisma-of.ts';

/** The payment_transaction and ledger_entry rows; the database refuses to change or delete them. */
export const createTransactions = (): Transactions => ({
  append: async (tx, { attempt, currency, result, entries }) => {
    const transactionId = uuidOfId(newId('transaction'));
    const db = prismaOf(tx);
    await db.paymentTransaction.createMany({
      data: {
        id: transactionId,
        paymentId: uuidOfId(attempt.paymentId),
        attemptId: uuidOfId(attempt.id),
        kind: attempt.kind,
        status: result.status,
        amountMinor: attempt.amountMinor,
        currency,
        failureReason: result.status === 'DECLINED' ? result.reason : null,
        providerReference: result.providerPaymentId,
      },
    });
    if (entries.length === 0) return;
    await db.ledgerEntry.createMany({ data: entries.map((entry) => ({ ...entry, transactionId, currency })) });
  },
});

import { newId, uuidOfId } from '@cartograph/ids';
import type { Transactions } from '../use-cases/ports.ts';

const appendTransaction = `
  WITH answered AS (
    INSERT INTO payment_transaction (id, payment_id, attempt_id, kind, status, amount_minor, currency, failure_reason,
      provider_reference, created_at)
    VALUES ($1::uuid, $2::uuid, $3::uuid, $4, $5, $6::bigint, $7, $8, $9, clock_timestamp())
    RETURNING id
  )
  INSERT INTO ledger_entry (transaction_id, account, side, amount_minor, currency, created_at)
  SELECT answered.id, e.account, e.side, e.amount_minor, $7, clock_timestamp()
  FROM answered, json_to_recordset($10::json) AS e(account text, side text, amount_minor bigint)`;

/** The payment_transaction and ledger_entry rows; the database refuses to change or delete them. */
export const createTransactions = (): Transactions => ({
  append: async (tx, { attempt, currency, result, entries }) => {
    await tx.db.$executeRawUnsafe(
      appendTransaction,
      uuidOfId(newId('transaction')),
      uuidOfId(attempt.paymentId),
      uuidOfId(attempt.id),
      attempt.kind,
      result.status,
      String(attempt.amountMinor),
      currency,
      result.status === 'DECLINED' ? result.reason : null,
      result.providerPaymentId,
      JSON.stringify(
        entries.map(({ account, side, amountMinor }) => ({ account, side, amount_minor: `${amountMinor}` })),
      ),
    );
  },
});

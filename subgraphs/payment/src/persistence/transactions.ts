import { newId, uuidOfId } from '@cartograph/ids';
import type { Transactions } from '../use-cases/ports.ts';

// The attempt that is settled is what the rest is written for: nothing is, where somebody else has settled it.
const appendTransaction = `
  WITH settled AS (
    UPDATE payment_attempt SET status = 'DONE', settled_at = clock_timestamp(), leased_until = NULL
    WHERE id = $3::uuid AND status = 'PENDING' RETURNING id
  ), answered AS (
    INSERT INTO payment_transaction (id, payment_id, attempt_id, kind, status, amount_minor, currency, failure_reason,
      provider_reference, created_at)
    SELECT $1::uuid, $2::uuid, settled.id, $4, $5, $6::bigint, $7, $8, $9, clock_timestamp() FROM settled
    RETURNING id
  ), booked AS (
    INSERT INTO ledger_entry (transaction_id, account, side, amount_minor, currency, created_at)
    SELECT answered.id, e.account, e.side, e.amount_minor, $7, clock_timestamp()
    FROM answered, json_to_recordset($10::json) AS e(account text, side text, amount_minor bigint)
  )
  SELECT 1 FROM settled`;

/** The payment_transaction and ledger_entry rows; the database refuses to change or delete them. */
export const createTransactions = (): Transactions => ({
  append: async (tx, { attempt, currency, result, entries }) => {
    const rows = await tx.db.$queryRawUnsafe<unknown[]>(
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
    if (rows.length !== 1) throw new Error(`the attempt ${attempt.id} was settled past its lock`);
  },
});

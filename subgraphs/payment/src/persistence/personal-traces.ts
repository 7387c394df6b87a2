import { uuidOfId } from '@cartograph/ids';
import type { HeldOfPerson } from '@cartograph/personal-data';
import type { PersonalTraces } from '../use-cases/erase-person.ts';

/** Payments with what the provider answered: whole rows, but for the provider's token, which is a key and not a fact. */
export const heldOfPerson: HeldOfPerson = {
  select: `
    SELECT 'Payment' AS kind, held.id, to_jsonb(held) - 'payment_method_token' || jsonb_build_object('transactions', (
      SELECT coalesce(jsonb_agg(to_jsonb(t) - '{id,payment_id,attempt_id}'::text[] ORDER BY t.created_at, t.id), '[]')
      FROM payment_transaction AS t WHERE t.payment_id = held.id)) AS body
    FROM payment AS held WHERE held.buyer_id = $1::uuid`,
  kinds: { Payment: 'payment' },
  ids: { buyer_id: 'user', order_id: 'order' },
};

/** What stands where the provider's token stood. */
const erasedToken = 'erased';

/** Payments, transactions and the ledger stay, under a pseudonym that is written down nowhere; the provider's tokens go. */
export const personalTraces: PersonalTraces = {
  isBeingCharged: async (tx, userId) => {
    const rows = await tx.db.$queryRawUnsafe<unknown[]>(
      `SELECT 1 FROM payment JOIN payment_attempt ON payment_attempt.payment_id = payment.id
       WHERE payment.buyer_id = $1::uuid AND payment_attempt.kind = 'AUTHORIZE' AND payment_attempt.settled_at IS NULL LIMIT 1`,
      uuidOfId(userId),
    );
    return rows.length > 0;
  },
  eraseIrreversibly: async (tx, userId) => {
    await tx.db.$executeRawUnsafe(
      `UPDATE payment SET buyer_id = pseudonym.id, payment_method_token = $2
       FROM (SELECT gen_random_uuid() AS id) AS pseudonym WHERE buyer_id = $1::uuid`,
      uuidOfId(userId),
      erasedToken,
    );
  },
};

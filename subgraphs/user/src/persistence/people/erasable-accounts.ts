import { uuidOfId } from '@cartograph/ids';
import type { EmailAddress } from '../../domain/email-address.ts';
import type { ErasableAccounts } from '../../use-cases/people/data-request-ports.ts';
import { clientOf } from '../client-of.ts';
import { accountLocks } from './person-store.ts';

/** Everything that is kept of a person beside the account, by the user's UUID. A new table with a `user_id` goes in here. */
const erasures = [
  'DELETE FROM session WHERE user_id = $1::uuid',
  'DELETE FROM one_time_code WHERE user_id = $1::uuid',
  'DELETE FROM recovery_code WHERE user_id = $1::uuid',
  'DELETE FROM totp_factor WHERE user_id = $1::uuid',
  'DELETE FROM mail_job WHERE user_id = $1::uuid OR email = (SELECT email FROM app_user WHERE id = $1::uuid)',
  'DELETE FROM profile WHERE user_id = $1::uuid',
  'DELETE FROM address WHERE user_id = $1::uuid',
  'DELETE FROM consent_decision WHERE user_id = $1::uuid',
  'DELETE FROM notification_preference WHERE user_id = $1::uuid',
  // Tickets stay as figures; what was written on them, by either side, may hold anything.
  `UPDATE ticket_message SET body = 'Erased' FROM support_ticket
   WHERE support_ticket.id = ticket_id AND opener_id = $1::uuid`,
  `UPDATE support_ticket SET subject = 'Erased' WHERE opener_id = $1::uuid`,
  // Copies that were made of it, or are being made.
  `UPDATE data_request_part SET content = NULL FROM data_request
   WHERE data_request.id = request_id AND data_request.user_id = $1::uuid`,
  `UPDATE data_request SET status = CASE status WHEN 'READY' THEN 'EXPIRED' ELSE 'FAILED' END, version = version + 1,
     finished_at = coalesce(finished_at, clock_timestamp())
   WHERE user_id = $1::uuid AND kind = 'EXPORT' AND status IN ('IN_PROGRESS', 'READY')`,
];

export const erasableAccounts: ErasableAccounts = {
  ...accountLocks,
  emailOf: async (tx, userId) => {
    const row = await clientOf(tx).appUser.findUnique({ where: { id: uuidOfId(userId) }, select: { email: true } });
    return (row?.email ?? null) as EmailAddress | null;
  },
  eraseIrreversibly: async (tx, userId) => {
    for (const erasure of erasures) await tx.db.$executeRawUnsafe(erasure, uuidOfId(userId));
    // A registration's key remembers the account it opened; its input's quick hash is of the address and the name.
    await tx.db.$executeRawUnsafe(
      `DELETE FROM idempotency_key WHERE result ->> 'userId' = $1 OR scope = 'openTicket ' || $1`,
      userId,
    );
    // The address becomes free for somebody else, and the one in its place can never be written to (RFC 2606).
    await tx.db.$executeRawUnsafe(
      `UPDATE app_user SET email = 'erased-' || id || '@erased.invalid', name = 'Erased', password_hash = NULL,
         scopes = '{}', roles = '{}', email_verified_at = NULL, status = 'ERASED', version = version + 1 WHERE id = $1::uuid`,
      uuidOfId(userId),
    );
  },
};

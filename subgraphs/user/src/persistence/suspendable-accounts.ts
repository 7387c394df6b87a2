import { uuidOfId } from '@cartograph/ids';
import { isUserStatus } from '../domain/user-status.ts';
import type { SuspendableAccounts } from '../use-cases/set-suspension.ts';
import { within } from './within.ts';

/** Accounts as they are suspended and reinstated, in PostgreSQL. */
export const suspendableAccounts: SuspendableAccounts = {
  lockForSuspension: async (tx, id) => {
    const [row] = await within(tx).$queryRaw<{ status: string; hasProvedEmail: boolean }[]>`
      SELECT status, email_verified_at IS NOT NULL AS "hasProvedEmail" FROM app_user
      WHERE id = ${uuidOfId(id)}::uuid FOR NO KEY UPDATE`;
    if (!row) return null;
    if (!isUserStatus(row.status)) throw new Error(`the account ${id} has the unknown status ${row.status}`);
    return { status: row.status, hasProvedEmail: row.hasProvedEmail };
  },
  setStatus: async (tx, id, status) => {
    await within(tx).$executeRaw`
      UPDATE app_user SET status = ${status}, version = version + 1 WHERE id = ${uuidOfId(id)}::uuid`;
  },
};

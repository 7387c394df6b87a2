import { appendAuditEntry } from '@cartograph/audit';
import type { Cause, Transaction, UnitOfWork } from '@cartograph/outbox';
import type { UserId } from '../domain/user.ts';
import { changeStatus, type UserStatus } from '../domain/user-status.ts';
import type { Identity } from './identity.ts';

export type SetSuspension = {
  readonly userId: UserId;
  /** True to suspend, false to reinstate. */
  readonly isSuspended: boolean;
  readonly reason: string;
};

export type SuspensionSet = { readonly ok: true } | { readonly ok: false; readonly code: 'USER_NOT_FOUND' };

/** What is looked at and changed of an account, its row taken until the transaction ends. */
export type SuspendableAccounts = {
  lockForSuspension(tx: Transaction, id: UserId): Promise<{ status: UserStatus; hasProvedEmail: boolean } | null>;
  setStatus(tx: Transaction, id: UserId, status: UserStatus): Promise<void>;
};

type Dependencies = {
  readonly accounts: SuspendableAccounts;
  readonly identity: Pick<Identity, 'endAll' | 'bar' | 'admit'>;
  readonly unitOfWork: UnitOfWork;
};

/**
 * Suspends an account, or reinstates it, with an audit entry; one that is so already stays so and gets none. Whoever issues
 * tokens is told after the commit, and again by a second click, should the first have been lost on the way.
 */
export const setSuspension =
  ({ accounts, identity, unitOfWork }: Dependencies) =>
  async (command: SetSuspension, cause: Cause): Promise<SuspensionSet> => {
    const set = await unitOfWork(cause, (tx) => change(accounts, tx, command));
    if (!set.ok) return set;
    const { userId, isSuspended } = command;
    if (isSuspended) {
      await identity.bar(userId);
      await identity.endAll({ userId, reason: 'SUSPENDED' }, cause);
    } else {
      await identity.admit(userId);
    }
    return set;
  };

const change = async (
  accounts: SuspendableAccounts,
  tx: Transaction,
  { userId, isSuspended, reason }: SetSuspension,
): Promise<SuspensionSet> => {
  const account = await accounts.lockForSuspension(tx, userId);
  if (!account || account.status === 'ERASED') return { ok: false, code: 'USER_NOT_FOUND' };
  if ((account.status === 'SUSPENDED') === isSuspended) return { ok: true };
  const wasProved = account.hasProvedEmail ? 'ACTIVE' : 'UNVERIFIED';
  const changed = changeStatus(account.status, isSuspended ? 'SUSPENDED' : wasProved);
  if (!changed.ok) throw new Error(`an account that is ${account.status} has no way to be suspended or reinstated`);
  await accounts.setStatus(tx, userId, changed.status);
  const action = isSuspended ? 'SUSPEND_USER' : 'REINSTATE_USER';
  await appendAuditEntry(tx, { action, subjectId: userId, customerId: userId, reason });
  return { ok: true };
};

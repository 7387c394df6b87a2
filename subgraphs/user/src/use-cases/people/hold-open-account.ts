import type { Transaction } from '@cartograph/outbox';
import type { UserId } from '../../domain/user.ts';
import type { AccountLocks } from './ports.ts';

export type AccountClosed = { readonly ok: false; readonly error: { readonly code: 'ACCOUNT_CLOSED' } };

export const accountClosed: AccountClosed = { ok: false, error: { code: 'ACCOUNT_CLOSED' } };

/**
 * True while the account may be changed, its row held until the transaction ends. An access token outlives the account
 * by up to an hour: without this it would bring back what was erased.
 */
export const holdOpenAccount = async (accounts: AccountLocks, tx: Transaction, userId: UserId): Promise<boolean> => {
  const status = await accounts.lock(tx, userId);
  return status === 'UNVERIFIED' || status === 'ACTIVE';
};

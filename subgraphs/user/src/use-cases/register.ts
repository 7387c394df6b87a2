import type { Transaction } from '@cartograph/outbox';
import type { UserId } from '../domain/user.ts';
import type { MailJobs } from './identity-ports.ts';
import { openAccount } from './open-account.ts';
import type { PasswordHash, Users } from './ports.ts';
import type { Registration } from './prepare-registration.ts';

export type Registered = { readonly ok: true; readonly userId: UserId };

export type EnrolledAccount = Omit<Registration, 'password'> & { readonly passwordHash: PasswordHash | null };

/**
 * Opens a customer's account that claims its address, and asks for the mail by which it is proved. The address may be
 * another's: then the account can never prove it, and the owner is told by that mail. The answer is the same.
 */
export const register = ({ users, mailJobs }: { users: Users; mailJobs: MailJobs }) => {
  const open = openAccount({ users });
  return async (tx: Transaction, account: EnrolledAccount): Promise<Registered> => {
    const opened = await open(tx, { ...account, status: 'UNVERIFIED', roles: [], hasProvedEmail: false });
    if (!opened.ok) throw new Error('an address that is only claimed cannot be taken');
    await mailJobs.add(tx, { kind: 'REGISTERED', userId: account.id });
    return opened;
  };
};

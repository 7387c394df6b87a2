import { parseEmailAddress } from '../domain/email-address.ts';
import { preparePassword } from '../domain/password-rules.ts';
import type { User } from '../domain/user.ts';
import { userStatuses } from '../domain/user-status.ts';
import type { Passwords, Users } from './ports.ts';

export type SignedIn =
  | { ok: true; user: User }
  | { ok: false; error: { code: 'INVALID_CREDENTIALS' | 'ACCOUNT_SUSPENDED' } };

/**
 * Proves an address and its password. An unknown address costs as much work as a known one and gets the same answer, so
 * that neither tells who has an account; that one is suspended is told to its owner alone, after the password.
 */
export const signIn =
  ({ users, passwords }: { users: Users; passwords: Passwords }) =>
  async (input: { readonly email: string; readonly password: string }): Promise<SignedIn> => {
    const email = parseEmailAddress(input.email);
    const found = email === null ? null : await users.findByEmail(email);
    const isRight = await passwords.verify(found?.passwordHash ?? null, preparePassword(input.password));
    if (!found || !isRight) return { ok: false, error: { code: 'INVALID_CREDENTIALS' } };
    if (!userStatuses[found.user.status].maySignIn) return { ok: false, error: { code: 'ACCOUNT_SUSPENDED' } };
    return { ok: true, user: found.user };
  };

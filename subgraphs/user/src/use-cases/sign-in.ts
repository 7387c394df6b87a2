import type { Cause } from '@cartograph/outbox';
import { parseEmailAddress } from '../domain/email-address.ts';
import { preparePassword } from '../domain/password-rules.ts';
import type { User } from '../domain/user.ts';
import { userStatuses } from '../domain/user-status.ts';
import type { Grant, Identity, ProofRefusal } from './identity.ts';
import type { Users } from './ports.ts';

export type SignInRefusal = ProofRefusal | 'ACCOUNT_SUSPENDED';
export type SignedIn = { ok: true; user: User; grant: Grant } | { ok: false; error: { code: SignInRefusal } };

export type SignInAttempt = {
  readonly email: string;
  readonly password: string;
  readonly secondFactor: string | null;
  readonly device: string;
};

/**
 * Proves an address and its password, and starts a session. An unknown address costs as much work as a known one and gets
 * the same answer, so that neither tells who has an account; that one is suspended is told to its owner alone, after the
 * password.
 */
export const signIn =
  ({ users, identity }: { users: Users; identity: Identity }) =>
  async ({ device, secondFactor, ...input }: SignInAttempt, cause: Cause): Promise<SignedIn> => {
    const email = parseEmailAddress(input.email);
    const candidates = email === null ? [] : await users.findByEmail(email);
    const password = preparePassword(input.password);
    const proved = await identity.prove({ candidates, password, secondFactor }, cause);
    if (!proved.ok) return { ok: false, error: { code: proved.code } };
    if (!userStatuses[proved.user.status].maySignIn) return { ok: false, error: { code: 'ACCOUNT_SUSPENDED' } };
    return { ok: true, user: proved.user, grant: await proved.open(device) };
  };

import type { Cause } from '@cartograph/outbox';
import type { Password } from '../domain/password-rules.ts';
import type { User, UserId } from '../domain/user.ts';
import type { Grant, Identity } from './identity.ts';
import type { Users } from './ports.ts';

export type RegistrationAnswer =
  | { readonly ok: true; readonly user: User; readonly open: ((device: string) => Promise<Grant>) | null }
  | { readonly ok: false };

export type RegistrationDone = {
  readonly userId: UserId;
  readonly password: Password;
  /** True when an earlier attempt under the same key had opened the account. */
  readonly isReplay: boolean;
};

/**
 * Who is to be answered to a registration. A repetition is only answered to whoever knows the account's password: an
 * idempotency key proves nothing.
 */
export const answerRegistration =
  ({ users, identity }: { users: Users; identity: Identity }) =>
  async ({ userId, password, isReplay }: RegistrationDone, cause: Cause): Promise<RegistrationAnswer> => {
    const candidate = await users.findCandidate(userId);
    if (candidate === null) return { ok: false };
    const { user } = candidate;
    if (!isReplay) return { ok: true, user, open: identity.welcome(user, cause) };
    const proved = await identity.prove({ candidates: [candidate], password, secondFactor: null }, cause);
    if (proved.ok) return { ok: true, user, open: proved.open };
    return proved.code === 'NOT_VERIFIED' ? { ok: true, user, open: null } : { ok: false };
  };

import { appendEvent, type Cause, type Transaction, type UnitOfWork } from '@cartograph/outbox';
import type { User, UserId } from '../domain/user.ts';
import type { Identity } from './identity.ts';
import type { Users } from './ports.ts';

export type EmailVerified = { ok: true; user: User } | { ok: false; error: { code: 'INVALID_CODE' | 'EMAIL_TAKEN' } };

type Dependencies = { readonly users: Users; readonly identity: Identity; readonly unitOfWork: UnitOfWork };

/** Makes an address the account's own and tells of it, once. */
export const noteProvedEmail =
  ({ users }: Pick<Dependencies, 'users'>) =>
  async (tx: Transaction, userId: UserId) => {
    const proof = await users.proveEmail(tx, userId);
    if (proof.outcome === 'PROVED' && proof.user?.emailVerifiedAt) {
      await appendEvent(tx, {
        name: 'UserVerified',
        aggregateId: userId,
        aggregateVersion: proof.user.version,
        data: { userId, verifiedAt: proof.user.emailVerifiedAt.toISOString() },
      });
    }
    return proof;
  };

/** Proves an address by the code that was mailed to it. Whoever cannot read the mail never learns whose it is. */
export const verifyEmail = ({ users, identity, unitOfWork }: Dependencies) => {
  const note = noteProvedEmail({ users });
  return async (input: { userId: UserId; code: string }, cause: Cause): Promise<EmailVerified> => {
    const isRight = await identity.redeemCode(input, cause);
    if (!isRight) return { ok: false, error: { code: 'INVALID_CODE' } };
    const { outcome, user } = await unitOfWork(cause, (tx) => note(tx, input.userId));
    if (outcome === 'TAKEN') return { ok: false, error: { code: 'EMAIL_TAKEN' } };
    return user ? { ok: true, user } : { ok: false, error: { code: 'INVALID_CODE' } };
  };
};

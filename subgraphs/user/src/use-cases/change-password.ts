import type { Cause, UnitOfWork } from '@cartograph/outbox';
import { type PasswordRefusal, parseNewPassword, preparePassword } from '../domain/password-rules.ts';
import type { UserId } from '../domain/user.ts';
import type { Grant, Identity, ProofRefusal } from './identity.ts';
import type { MailJobs } from './identity-ports.ts';
import type { Users } from './ports.ts';

export type PasswordChanged =
  | { ok: true; grant: Grant }
  | { ok: false; error: { code: PasswordRefusal | ProofRefusal } };

export type PasswordChange = {
  readonly userId: UserId;
  readonly currentPassword: string;
  readonly newPassword: string;
  readonly secondFactor: string | null;
  readonly device: string;
};

type Dependencies = {
  readonly users: Users;
  readonly identity: Identity;
  readonly mailJobs: MailJobs;
  readonly unitOfWork: UnitOfWork;
};

/** Changes the password of somebody signed in. Every session ends; this device gets a new one; the owner gets a mail. */
export const changePassword =
  ({ users, identity, mailJobs, unitOfWork }: Dependencies) =>
  async (change: PasswordChange, cause: Cause): Promise<PasswordChanged> => {
    const candidate = await users.findCandidate(change.userId);
    if (candidate === null) return refused('INVALID_CREDENTIALS');
    const judged = parseNewPassword(change.newPassword, candidate.user.email);
    if (!judged.ok) return refused(judged.refusal);
    const changed = await identity.changePassword(
      {
        candidates: [candidate],
        password: preparePassword(change.currentPassword),
        secondFactor: change.secondFactor,
        newPassword: judged.password,
      },
      cause,
    );
    if (!changed.ok) return refused(changed.code);
    await unitOfWork(cause, (tx) => mailJobs.add(tx, { kind: 'PASSWORD_CHANGED', userId: change.userId }));
    return { ok: true, grant: await changed.open(change.device) };
  };

const refused = (code: PasswordRefusal | ProofRefusal): PasswordChanged => ({ ok: false, error: { code } });

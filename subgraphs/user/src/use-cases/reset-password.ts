import type { Cause, UnitOfWork } from '@cartograph/outbox';
import { parseEmailAddress } from '../domain/email-address.ts';
import { type PasswordRefusal, parseNewPassword } from '../domain/password-rules.ts';
import type { Identity } from './identity.ts';
import type { MailJobs } from './identity-ports.ts';
import type { Users } from './ports.ts';
import { noteProvedEmail } from './verify-email.ts';

export type PasswordReset = { ok: true } | { ok: false; error: { code: PasswordRefusal | 'INVALID_CODE' } };

type Dependencies = {
  readonly users: Users;
  readonly identity: Identity;
  readonly mailJobs: MailJobs;
  readonly unitOfWork: UnitOfWork;
};

/** Asks for a code by mail. Nothing looks up whether the address has an account until the mail is written. */
export const requestPasswordReset =
  ({ mailJobs, unitOfWork }: Pick<Dependencies, 'mailJobs' | 'unitOfWork'>) =>
  async (text: string, cause: Cause): Promise<void> => {
    const email = parseEmailAddress(text);
    if (email === null) return;
    await unitOfWork(cause, (tx) => mailJobs.add(tx, { kind: 'RESET_PASSWORD', email }));
  };

/** Sets a new password against the mailed code. Who reads the mail has the address: it counts as proved. */
export const resetPassword = ({ users, identity, unitOfWork, mailJobs }: Dependencies) => {
  const note = noteProvedEmail({ users });
  return async (
    input: { readonly email: string; readonly code: string; readonly newPassword: string },
    cause: Cause,
  ): Promise<PasswordReset> => {
    const email = parseEmailAddress(input.email);
    const judged = parseNewPassword(input.newPassword, email);
    if (!judged.ok) return { ok: false, error: { code: judged.refusal } };
    const user = email === null ? null : ((await users.findByEmail(email))[0]?.user ?? null);
    const isReset =
      user !== null && (await identity.resetPassword({ user, code: input.code, password: judged.password }, cause));
    if (!isReset) return { ok: false, error: { code: 'INVALID_CODE' } };
    await unitOfWork(cause, async (tx) => {
      await note(tx, user.id);
      await mailJobs.add(tx, { kind: 'PASSWORD_CHANGED', userId: user.id });
    });
    return { ok: true };
  };
};

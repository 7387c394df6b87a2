import type { UnitOfWork } from '@cartograph/outbox';
import { answerRegistration } from './use-cases/answer-registration.ts';
import { changePassword } from './use-cases/change-password.ts';
import { endSessions } from './use-cases/end-sessions.ts';
import type { Identity } from './use-cases/identity.ts';
import type { MailJobs, Sessions } from './use-cases/identity-ports.ts';
import type { Users } from './use-cases/ports.ts';
import { refreshSession } from './use-cases/refresh-session.ts';
import { register } from './use-cases/register.ts';
import { resendVerification } from './use-cases/resend-verification.ts';
import { requestPasswordReset, resetPassword } from './use-cases/reset-password.ts';
import { type SuspendableAccounts, setSuspension } from './use-cases/set-suspension.ts';
import { signIn } from './use-cases/sign-in.ts';
import { verifyEmail } from './use-cases/verify-email.ts';

export type UseCaseParts = {
  readonly users: Users;
  readonly accounts: SuspendableAccounts;
  readonly identity: Identity;
  readonly sessions: Sessions;
  readonly mailJobs: MailJobs;
  readonly unitOfWork: UnitOfWork;
};

/** The use cases, with what they need. */
export const useCasesOf = (parts: UseCaseParts) => ({
  register: register(parts),
  answerRegistration: answerRegistration(parts),
  verifyEmail: verifyEmail(parts),
  resendVerification: resendVerification(parts),
  signIn: signIn(parts),
  refreshSession: refreshSession(parts),
  endSessions: endSessions(parts),
  changePassword: changePassword(parts),
  requestPasswordReset: requestPasswordReset(parts),
  resetPassword: resetPassword(parts),
  setSuspension: setSuspension(parts),
});

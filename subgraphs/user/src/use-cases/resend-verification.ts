import type { Cause, UnitOfWork } from '@cartograph/outbox';
import type { UserId } from '../domain/user.ts';
import type { MailJobs } from './identity-ports.ts';
import type { Users } from './ports.ts';

/** Asks for another mail to prove the address; nothing for an account that has, or that there is not. */
export const resendVerification =
  ({ users, mailJobs, unitOfWork }: { users: Users; mailJobs: MailJobs; unitOfWork: UnitOfWork }) =>
  async (userId: UserId, cause: Cause): Promise<void> => {
    const found = await users.findCandidate(userId);
    if (!found || found.user.emailVerifiedAt !== null) return;
    await unitOfWork(cause, (tx) => mailJobs.add(tx, { kind: 'VERIFY_EMAIL', userId }));
  };

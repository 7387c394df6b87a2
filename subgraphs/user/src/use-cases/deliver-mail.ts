import { systemCause } from '@cartograph/outbox';
import type { EmailAddress } from '../domain/email-address.ts';
import type { User } from '../domain/user.ts';
import { noticeMail } from '../mail/texts.ts';
import type { Identity } from './identity.ts';
import type { MailJob, SendMail } from './identity-ports.ts';
import type { Users } from './ports.ts';

type Dependencies = { readonly users: Users; readonly identity: Identity; readonly sendMail: SendMail };

/**
 * Writes and sends one mail. Whether an address has an account is only looked up here, long after the answer: no answer
 * and no time it takes can tell.
 */
export const deliverMail =
  ({ users, identity, sendMail }: Dependencies) =>
  async (job: MailJob): Promise<void> => {
    const user = await addresseeOf(users, job);
    if (user === null) return;
    switch (job.kind) {
      case 'REGISTERED':
      case 'VERIFY_EMAIL':
        return sendVerification({ users, identity, sendMail }, user, job);
      case 'RESET_PASSWORD':
        return identity.sendCode({ user, purpose: 'RESET_PASSWORD', isFirst: false }, systemCause(crypto.randomUUID()));
      case 'PASSWORD_CHANGED':
      case 'SESSION_REUSED':
      case 'SECOND_FACTOR_ON':
      case 'SECOND_FACTOR_OFF':
        return sendMail(noticeMail(job.kind, { user, id: job.id }));
    }
  };

/** A code for whoever claims the address; a word to its owner, if it has one already. */
const sendVerification = async ({ users, identity, sendMail }: Dependencies, user: User, job: MailJob) => {
  const owner = await provedOwner(users, user.email);
  if (owner?.id === user.id) return;
  if (owner) return sendMail(noticeMail('REGISTERED', { user: owner, id: job.id }));
  await identity.sendCode(
    { user, purpose: 'VERIFY_EMAIL', isFirst: job.kind === 'REGISTERED' },
    systemCause(crypto.randomUUID()),
  );
};

/** Whoever has proved an address goes before whoever claims it. */
const addresseeOf = async (users: Users, job: MailJob): Promise<User | null> => {
  if (job.userId !== null) return (await users.findCandidate(job.userId))?.user ?? null;
  return job.email === null ? null : ((await users.findByEmail(job.email))[0]?.user ?? null);
};

const provedOwner = async (users: Users, email: EmailAddress): Promise<User | null> =>
  (await users.findByEmail(email)).map(({ user }) => user).find((user) => user.emailVerifiedAt !== null) ?? null;

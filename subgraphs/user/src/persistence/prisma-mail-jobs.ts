import { idFromUuid, uuidOfId } from '@cartograph/ids';
import { uuidv7 } from 'uuidv7';
import type { EmailAddress } from '../domain/email-address.ts';
import type { MailJob, MailJobs, MailKind } from '../use-cases/identity-ports.ts';
import type { PrismaClient } from './generated/client.ts';
import { within } from './within.ts';

type Row = { id: string; kind: string; userId: string | null; email: string | null; attempts: number };

/** The mails that are still to be sent, in PostgreSQL. */
export const prismaMailJobs = (prisma: PrismaClient): MailJobs => ({
  add: async (tx, job) => {
    const userId = 'userId' in job ? uuidOfId(job.userId) : null;
    const email = 'email' in job ? job.email : null;
    await within(tx).$executeRaw`
      INSERT INTO mail_job (id, kind, user_id, email) VALUES (${uuidv7()}::uuid, ${job.kind}, ${userId}::uuid, ${email})`;
  },
  claim: async () => {
    // Hidden for 10 s, 20 s, 40 s ... up to an hour: long enough to be sent, and the back-off when it was not.
    const [row] = await prisma.$queryRaw<Row[]>`
      UPDATE mail_job
      SET attempts = attempts + 1, next_attempt_at = now() + least(10 * 2 ^ attempts, 3600) * interval '1 second'
      WHERE id = (
        SELECT id FROM mail_job WHERE next_attempt_at <= now() ORDER BY next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED
      )
      RETURNING id, kind, user_id AS "userId", email, attempts`;
    return row ? mailJobOf(row) : null;
  },
  finish: async (id) => {
    await prisma.mailJob.deleteMany({ where: { id } });
  },
});

const mailJobOf = ({ id, kind, userId, email, attempts }: Row): MailJob => ({
  id,
  // A CHECK of the table keeps it to the kinds there are.
  kind: kind as MailKind,
  userId: userId === null ? null : idFromUuid('user', userId),
  email: email as EmailAddress | null,
  attempts,
});

import { idFromUuid, uuidOfId } from '@cartograph/ids';
import { isRole } from '@cartograph/viewer';
import type { EmailAddress } from '../domain/email-address.ts';
import type { User } from '../domain/user.ts';
import { isUserStatus } from '../domain/user-status.ts';
import type { Candidate, PasswordHash, Users } from '../use-cases/ports.ts';
import type { PrismaClient } from './generated/client.ts';
import { within } from './within.ts';

type Row = {
  id: string;
  email: string;
  emailVerifiedAt: Date | null;
  name: string;
  status: string;
  roles: string[];
  version: number;
  createdAt: Date;
};

const shown = {
  id: true,
  email: true,
  emailVerifiedAt: true,
  name: true,
  status: true,
  roles: true,
  version: true,
  createdAt: true,
} as const;

const withHash = { ...shown, passwordHash: true } as const;

/** The accounts, in PostgreSQL. */
export const prismaUsers = (prisma: PrismaClient): Users => ({
  add: addUser,
  proveEmail,
  isEmpty: async () => (await prisma.appUser.findFirst({ select: { id: true } })) === null,
  findByIds: async (ids) => {
    const rows = await prisma.appUser.findMany({
      where: { id: { in: ids.map(uuidOfId) }, status: { not: 'ERASED' } },
      select: shown,
    });
    return rows.map(userOf);
  },
  findByEmail: async (email) => {
    const [proved, claimed] = await Promise.all(
      [{ not: null }, null].map((emailVerifiedAt) =>
        prisma.appUser.findFirst({
          where: { email, emailVerifiedAt, status: { not: 'ERASED' } },
          orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
          select: withHash,
        }),
      ),
    );
    return [proved, claimed].flatMap((row) => (row ? [candidateOf(row)] : []));
  },
  findCandidate: async (id) => {
    const row = await prisma.appUser.findUnique({ where: { id: uuidOfId(id) }, select: withHash });
    return row && row.status !== 'ERASED' ? candidateOf(row) : null;
  },
  setPasswordHash: async (tx, id, passwordHash) => {
    await within(tx).appUser.update({ where: { id: uuidOfId(id) }, data: { passwordHash }, select: { id: true } });
  },
});

const addUser: Users['add'] = async (tx, { id, email, name, passwordHash, status, roles, hasProvedEmail }) => {
  // A failed INSERT would end the transaction: ON CONFLICT waits for a rival's commit and then answers with no row.
  const [row] = await within(tx).$queryRaw<Row[]>`
    INSERT INTO app_user (id, email, email_verified_at, name, password_hash, status, roles)
    VALUES (${uuidOfId(id)}::uuid, ${email}, CASE WHEN ${hasProvedEmail} THEN now() END, ${name}, ${passwordHash},
            ${status}, ${[...roles]}::text[])
    ON CONFLICT (email) WHERE email_verified_at IS NOT NULL DO NOTHING
    RETURNING id, email, email_verified_at AS "emailVerifiedAt", name, status, roles, version, created_at AS "createdAt"`;
  return row ? userOf(row) : null;
};

const proveEmail: Users['proveEmail'] = async (tx, id) => {
  const db = within(tx);
  await db.$queryRaw`SELECT 1 FROM app_user WHERE id = ${uuidOfId(id)}::uuid FOR UPDATE`;
  const row = await db.appUser.findUnique({ where: { id: uuidOfId(id) }, select: shown });
  if (!row || row.status === 'ERASED') return { outcome: 'NO_ACCOUNT', user: null };
  if (row.emailVerifiedAt) return { outcome: 'PROVED_BEFORE', user: userOf(row) };
  // Two accounts that prove one address at once: the second waits here for the first one's commit and is then refused.
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${row.email}, 4201))`;
  const owner = await db.appUser.findFirst({
    where: { email: row.email, emailVerifiedAt: { not: null } },
    select: { id: true },
  });
  if (owner) return { outcome: 'TAKEN', user: userOf(row) };
  // A suspended account stays so, whatever it proves.
  const [proved] = await db.$queryRaw<Row[]>`
    UPDATE app_user
    SET email_verified_at = now(), version = version + 1,
        status = CASE status WHEN 'UNVERIFIED' THEN 'ACTIVE' ELSE status END
    WHERE id = ${row.id}::uuid
    RETURNING id, email, email_verified_at AS "emailVerifiedAt", name, status, roles, version, created_at AS "createdAt"`;
  if (!proved) throw new Error('a locked account vanished');
  return { outcome: 'PROVED', user: userOf(proved) };
};

const candidateOf = ({ passwordHash, ...row }: Row & { passwordHash: string | null }): Candidate => ({
  user: userOf(row),
  passwordHash: passwordHash as PasswordHash | null,
});

const userOf = ({ id, email, status, roles, ...rest }: Row): User => {
  if (!isUserStatus(status)) throw new Error(`the account ${id} has the unknown status ${status}`);
  const { emailVerifiedAt, name, version, createdAt } = rest;
  return {
    id: idFromUuid('user', id),
    email: email as EmailAddress,
    emailVerifiedAt,
    name,
    status,
    roles: roles.filter(isRole),
    version,
    createdAt,
  };
};

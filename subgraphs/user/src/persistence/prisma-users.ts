import { idFromUuid, uuidOfId } from '@cartograph/ids';
import type { Transaction } from '@cartograph/outbox';
import type { EmailAddress } from '../domain/email-address.ts';
import type { User } from '../domain/user.ts';
import { isUserStatus } from '../domain/user-status.ts';
import type { PasswordHash, Users } from '../use-cases/ports.ts';
import type { Prisma, PrismaClient } from './generated/client.ts';

type Row = {
  id: string;
  email: string;
  name: string;
  status: string;
  scopes: string[];
  version: number;
  createdAt: Date;
};

const shown = {
  id: true,
  email: true,
  name: true,
  status: true,
  scopes: true,
  version: true,
  createdAt: true,
} as const;

/** The accounts, in PostgreSQL. */
export const prismaUsers = (prisma: PrismaClient): Users => ({
  add: async (tx, { id, email, name, passwordHash, status, scopes }) => {
    // A failed INSERT would end the transaction: ON CONFLICT waits for a rival's commit and then answers with no row.
    const [row] = await within(tx).$queryRaw<Row[]>`
      INSERT INTO app_user (id, email, name, password_hash, status, scopes)
      VALUES (${uuidOfId(id)}::uuid, ${email}, ${name}, ${passwordHash}, ${status}, ${[...scopes]}::text[])
      ON CONFLICT (email) DO NOTHING
      RETURNING id, email, name, status, scopes, version, created_at AS "createdAt"`;
    return row ? userOf(row) : null;
  },
  isEmpty: async () => (await prisma.appUser.findFirst({ select: { id: true } })) === null,
  findByIds: async (ids) => {
    const rows = await prisma.appUser.findMany({
      where: { id: { in: ids.map(uuidOfId) }, status: { not: 'ERASED' } },
      select: shown,
    });
    return rows.map(userOf);
  },
  findByEmail: async (email) => {
    const row = await prisma.appUser.findUnique({ where: { email }, select: { ...shown, passwordHash: true } });
    return row && { user: userOf(row), passwordHash: row.passwordHash as PasswordHash | null };
  },
});

const within = (tx: Transaction): Prisma.TransactionClient => tx.db as Prisma.TransactionClient;

const userOf = ({ id, email, status, ...rest }: Row): User => {
  if (!isUserStatus(status)) throw new Error(`the account ${id} has the unknown status ${status}`);
  const { name, scopes, version, createdAt } = rest;
  return { id: idFromUuid('user', id), email: email as EmailAddress, name, status, scopes, version, createdAt };
};

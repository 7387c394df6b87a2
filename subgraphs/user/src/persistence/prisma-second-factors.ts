import { type Id, uuidOfId } from '@cartograph/ids';
import type { SecondFactors } from '../use-cases/identity-ports.ts';
import type { PrismaClient } from './generated/client.ts';
import { within } from './within.ts';

/** Second factors and the codes that replace them, in PostgreSQL. */
export const prismaSecondFactors = (prisma: PrismaClient): SecondFactors => ({
  find: async (userId) => {
    const row = await prisma.totpFactor.findUnique({ where: ofUser(userId) });
    return row && { secret: row.secret, isConfirmed: row.confirmedAt !== null, lastStep: row.lastStep };
  },
  propose: async (tx, userId, secret) => {
    const kept = await within(tx).$executeRaw`
      INSERT INTO totp_factor (user_id, secret) VALUES (${uuidOfId(userId)}::uuid, ${secret})
      ON CONFLICT (user_id) DO UPDATE SET secret = excluded.secret, created_at = now(), last_step = 0
      WHERE totp_factor.confirmed_at IS NULL`;
    return kept === 1;
  },
  confirm: async (tx, { userId, step, recoveryHashes }) => {
    const db = within(tx);
    const confirmed = await db.$executeRaw`
      UPDATE totp_factor SET confirmed_at = now(), last_step = ${step}
      WHERE user_id = ${uuidOfId(userId)}::uuid AND confirmed_at IS NULL`;
    if (confirmed === 0) return false;
    await db.recoveryCode.deleteMany({ where: ofUser(userId) });
    await db.recoveryCode.createMany({ data: recoveryHashes.map((codeHash) => ({ ...ofUser(userId), codeHash })) });
    return true;
  },
  takeStep: async (tx, userId, step) => {
    const taken = await within(tx).$executeRaw`
      UPDATE totp_factor SET last_step = ${step} WHERE user_id = ${uuidOfId(userId)}::uuid AND last_step < ${step}`;
    return taken === 1;
  },
  takeRecoveryCode: async (tx, userId, codeHash) => {
    const taken = await within(tx).$executeRaw`
      UPDATE recovery_code SET used_at = now()
      WHERE user_id = ${uuidOfId(userId)}::uuid AND code_hash = ${codeHash} AND used_at IS NULL`;
    return taken === 1;
  },
  remove: async (tx, userId) => {
    const db = within(tx);
    await db.recoveryCode.deleteMany({ where: ofUser(userId) });
    await db.totpFactor.deleteMany({ where: ofUser(userId) });
  },
});

const ofUser = (userId: Id<'user'>) => ({ userId: uuidOfId(userId) });

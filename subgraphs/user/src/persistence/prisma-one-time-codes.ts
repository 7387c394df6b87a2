import { uuidOfId } from '@cartograph/ids';
import { uuidv7 } from 'uuidv7';
import type { OneTimeCodes } from '../use-cases/identity-ports.ts';
import { within } from './within.ts';

/** Mailed codes by their keyed hashes, in PostgreSQL. */
export const prismaOneTimeCodes: OneTimeCodes = {
  add: async (tx, { userId, purpose, hash, lifetimeSeconds }) => {
    await within(tx).$executeRaw`
      INSERT INTO one_time_code (id, user_id, purpose, code_hash, expires_at)
      VALUES (${uuidv7()}::uuid, ${uuidOfId(userId)}::uuid, ${purpose}, ${hash},
              now() + make_interval(secs => ${lifetimeSeconds}::double precision))`;
  },
  redeem: async (tx, { userId, purpose, hash }) => {
    const db = within(tx);
    const taken = await db.$executeRaw`
      UPDATE one_time_code SET used_at = now()
      WHERE user_id = ${uuidOfId(userId)}::uuid AND purpose = ${purpose} AND code_hash = ${hash}
        AND used_at IS NULL AND expires_at > now()`;
    if (taken > 0) return 'TAKEN';
    const [before] = await db.$queryRaw<unknown[]>`
      SELECT 1 FROM one_time_code
      WHERE user_id = ${uuidOfId(userId)}::uuid AND purpose = ${purpose} AND code_hash = ${hash} AND expires_at > now()`;
    return before ? 'REPEATED' : 'WRONG';
  },
  forget: async (tx, userId, purpose) => {
    await within(tx).$executeRaw`
      DELETE FROM one_time_code WHERE user_id = ${uuidOfId(userId)}::uuid AND purpose = ${purpose}`;
  },
};

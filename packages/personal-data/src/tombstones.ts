import { type Id, uuidOfId } from '@cartograph/ids';
import type { Transaction } from '@cartograph/outbox';

export type Person = { readonly userId: Id<'user'>; readonly requestId: Id<'datarequest'> };

/** Leaves a tombstone in the subgraph's `erased_person`. False when it is there already: then nothing is left to erase. */
export const buryPerson = async (tx: Transaction, { userId, requestId }: Person): Promise<boolean> => {
  const inserted = await tx.db.$executeRawUnsafe(
    `INSERT INTO erased_person (user_id, request_id) VALUES ($1::uuid, $2::uuid) ON CONFLICT (user_id) DO NOTHING`,
    uuidOfId(userId),
    uuidOfId(requestId),
  );
  return inserted === 1;
};

/** True for a person whose data was erased here: nothing of them may be written any more. */
export const isErased = async (tx: Transaction, userId: Id<'user'>): Promise<boolean> => {
  const rows = await tx.db.$queryRawUnsafe<unknown[]>(
    'SELECT 1 FROM erased_person WHERE user_id = $1::uuid',
    uuidOfId(userId),
  );
  return rows.length > 0;
};

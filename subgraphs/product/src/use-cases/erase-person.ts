import type { Id } from '@cartograph/ids';
import { appendEvent, done, ignored, type Outcome, type Transaction } from '@cartograph/outbox';
import { buryPerson } from '@cartograph/personal-data';

export type ErasePerson = { readonly requestId: Id<'datarequest'>; readonly userId: Id<'user'> };

/** What is kept of people here, inside a transaction. */
export type PersonalTraces = {
  /** Removes what is personal and gives what must stay another id, from which nobody finds the way back. */
  eraseIrreversibly(tx: Transaction, userId: Id<'user'>): Promise<void>;
};

/** Erases a person once and says so. The tombstone, the erasure and its receipt commit together. */
export const erasePerson =
  ({ traces }: { traces: PersonalTraces }) =>
  async (tx: Transaction, { requestId, userId }: ErasePerson): Promise<Outcome> => {
    if (!(await buryPerson(tx, { requestId, userId }))) return ignored;
    await traces.eraseIrreversibly(tx, userId);
    await appendEvent(tx, {
      name: 'UserDataErased',
      aggregateId: requestId,
      aggregateVersion: 1,
      data: { requestId, userId, subgraph: 'product', erasedAt: new Date().toISOString() },
    });
    return done;
  };

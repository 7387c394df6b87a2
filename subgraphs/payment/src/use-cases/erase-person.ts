import type { Id } from '@cartograph/ids';
import { appendEvent, done, early, ignored, type Outcome, type Transaction } from '@cartograph/outbox';
import { buryPerson } from '@cartograph/personal-data';

export type ErasePerson = { readonly requestId: Id<'datarequest'>; readonly userId: Id<'user'> };

/** What is kept of people here, inside a transaction. */
export type PersonalTraces = {
  /** True while the provider is being asked with the person's token. */
  isBeingCharged(tx: Transaction, userId: Id<'user'>): Promise<boolean>;
  /** Removes what is personal and gives what must stay another id, from which nobody finds the way back. */
  eraseIrreversibly(tx: Transaction, userId: Id<'user'>): Promise<void>;
};

/**
 * Erases a person once and says so. The tombstone, the erasure and its receipt commit together. While the provider is
 * being asked for their money it is early: the answer needs the token, and takes seconds.
 */
export const erasePerson =
  ({ traces }: { traces: PersonalTraces }) =>
  async (tx: Transaction, { requestId, userId }: ErasePerson): Promise<Outcome> => {
    if (await traces.isBeingCharged(tx, userId)) return early;
    if (!(await buryPerson(tx, { requestId, userId }))) return ignored;
    await traces.eraseIrreversibly(tx, userId);
    await appendEvent(tx, {
      name: 'UserDataErased',
      aggregateId: requestId,
      aggregateVersion: 1,
      data: { requestId, userId, subgraph: 'payment', erasedAt: new Date().toISOString() },
    });
    return done;
  };

import { appendEvent, done, ignored, type Outcome, type Transaction } from '@cartograph/outbox';
import type { DataRequestId } from '../../domain/people/data-request.ts';
import type { UserId } from '../../domain/user.ts';
import type { ErasableAccounts } from './data-request-ports.ts';

export type EraseAccount = { readonly requestId: DataRequestId; readonly userId: UserId };

/** Erases what is kept of the person here and says so. The row that stays, ERASED and empty, is the tombstone. */
export const eraseAccount =
  ({ accounts }: { accounts: ErasableAccounts }) =>
  async (tx: Transaction, { requestId, userId }: EraseAccount): Promise<Outcome> => {
    const status = await accounts.lock(tx, userId);
    if (status === null || status === 'ERASED') return ignored;
    await accounts.eraseIrreversibly(tx, userId);
    await appendEvent(tx, {
      name: 'UserDataErased',
      aggregateId: requestId,
      aggregateVersion: 1,
      data: { requestId, userId, subgraph: 'user', erasedAt: new Date().toISOString() },
    });
    return done;
  };

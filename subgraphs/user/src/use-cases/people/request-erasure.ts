import { newId } from '@cartograph/ids';
import { appendEvent, type Transaction } from '@cartograph/outbox';
import { parseEmailAddress } from '../../domain/email-address.ts';
import type { DataRequest } from '../../domain/people/data-request.ts';
import type { UserId } from '../../domain/user.ts';
import type { DataRequestStore, ErasableAccounts } from './data-request-ports.ts';
import { type AccountClosed, accountClosed, holdOpenAccount } from './hold-open-account.ts';

export type ErasureRequested =
  | { readonly ok: true; readonly request: DataRequest }
  | AccountClosed
  | { readonly ok: false; readonly error: { readonly code: 'INVALID_INPUT' } };

type Dependencies = { accounts: ErasableAccounts; requests: DataRequestStore; deadlineSeconds: number };

/** Tells every subgraph to erase the person. The address typed once more tells a slip of the hand from a decision. */
export const requestErasure =
  ({ accounts, requests, deadlineSeconds }: Dependencies) =>
  async (
    tx: Transaction,
    { userId, confirmEmail }: { userId: UserId; confirmEmail: string },
  ): Promise<ErasureRequested> => {
    const isOpen = await holdOpenAccount(accounts, tx, userId);
    const underWay = await requests.underWay(tx, userId, 'ERASURE');
    if (underWay) return { ok: true, request: underWay };
    if (!isOpen) return accountClosed;
    const typed = parseEmailAddress(confirmEmail);
    if (typed === null || typed !== (await accounts.emailOf(tx, userId)))
      return { ok: false, error: { code: 'INVALID_INPUT' } };
    const request = await requests.insert(tx, { id: newId('datarequest'), userId, kind: 'ERASURE', deadlineSeconds });
    await appendEvent(tx, {
      name: 'UserErasureRequested',
      aggregateId: request.id,
      aggregateVersion: 1,
      data: { requestId: request.id, userId, requestedAt: request.requestedAt.toISOString() },
    });
    return { ok: true, request };
  };

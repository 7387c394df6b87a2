import { newId } from '@cartograph/ids';
import { appendEvent, type Transaction } from '@cartograph/outbox';
import type { DataRequest } from '../../domain/people/data-request.ts';
import type { UserId } from '../../domain/user.ts';
import type { DataRequestStore } from './data-request-ports.ts';
import { type AccountClosed, accountClosed, holdOpenAccount } from './hold-open-account.ts';
import type { AccountLocks } from './ports.ts';

type Dependencies = { accounts: AccountLocks; requests: DataRequestStore; deadlineSeconds: number };

/** Asks every subgraph for what it holds of the person. While a copy is being made, it is that one. */
export const requestExport =
  ({ accounts, requests, deadlineSeconds }: Dependencies) =>
  async (
    tx: Transaction,
    { userId }: { userId: UserId },
  ): Promise<{ readonly ok: true; readonly request: DataRequest } | AccountClosed> => {
    if (!(await holdOpenAccount(accounts, tx, userId))) return accountClosed;
    const underWay = await requests.underWay(tx, userId, 'EXPORT');
    if (underWay) return { ok: true, request: underWay };
    const request = await requests.insert(tx, { id: newId('datarequest'), userId, kind: 'EXPORT', deadlineSeconds });
    await appendEvent(tx, {
      name: 'DataExportRequested',
      aggregateId: request.id,
      aggregateVersion: 1,
      data: { requestId: request.id, userId, requestedAt: request.requestedAt.toISOString() },
    });
    return { ok: true, request };
  };

import { appendEvent, type Transaction } from '@cartograph/outbox';
import type { DataRequestId } from '../../domain/people/data-request.ts';
import type { DataRequestStore, PartReceived } from './data-request-ports.ts';

/** Keeps a part of an export with its receipt; with the last one the copy can be fetched. False when it came too late. */
export const receivePart =
  ({ requests, keepSeconds }: { requests: DataRequestStore; keepSeconds: number }) =>
  async (tx: Transaction, { requestId, ...part }: PartReceived & { requestId: DataRequestId }): Promise<boolean> => {
    const request = await requests.lock(tx, requestId);
    if (request?.status !== 'IN_PROGRESS') return false;
    if (!(await requests.receive(tx, requestId, part))) return false;
    const isLast = request.receipts.every(
      ({ receivedAt, subgraph }) => receivedAt !== null || subgraph === part.subgraph,
    );
    if (!isLast) return true;
    const { request: ready, version } = await requests.finish(tx, requestId, { status: 'READY', keepSeconds });
    await appendEvent(tx, {
      name: 'DataExportReady',
      aggregateId: requestId,
      aggregateVersion: version,
      data: {
        requestId,
        userId: ready.userId,
        readyAt: (ready.finishedAt ?? new Date()).toISOString(),
        expiresAt: (ready.expiresAt ?? new Date()).toISOString(),
      },
    });
    return true;
  };

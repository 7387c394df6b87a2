import { appendEvent, done, ignored, impossible, type Outcome, type Transaction } from '@cartograph/outbox';
import type { DataRequestId, Holder } from '../../domain/people/data-request.ts';
import type { DataRequestStore } from './data-request-ports.ts';

export type NoteErasure = { readonly requestId: DataRequestId; readonly subgraph: Holder };

/** Notes that one subgraph has erased; with the last receipt the person is erased. */
export const noteErasure =
  ({ requests }: { requests: DataRequestStore }) =>
  async (tx: Transaction, { requestId, subgraph }: NoteErasure): Promise<Outcome> => {
    const request = await requests.lock(tx, requestId);
    if (request?.kind !== 'ERASURE') return impossible('nobody asked for this erasure here');
    const isNew = await requests.receive(tx, requestId, { subgraph, recordCount: null, content: null, sha256: null });
    if (!isNew || request.status !== 'IN_PROGRESS') return ignored;
    const isLast = request.receipts.every((receipt) => receipt.receivedAt !== null || receipt.subgraph === subgraph);
    if (!isLast) return done;
    const finished = await requests.finish(tx, requestId, { status: 'COMPLETED' });
    const erasedAt = finished.request.finishedAt ?? new Date();
    await appendEvent(tx, {
      name: 'UserErased',
      aggregateId: requestId,
      aggregateVersion: finished.version,
      data: { userId: request.userId, erasedAt: erasedAt.toISOString() },
    });
    return done;
  };

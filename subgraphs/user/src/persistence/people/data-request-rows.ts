import { idFromUuid } from '@cartograph/ids';
import type { DataRequest, DataRequestKind, DataRequestStatus, Holder } from '../../domain/people/data-request.ts';
import type { DataRequestPart as PartRow, DataRequest as RequestRow } from '../generated/client.ts';

/** Everything but the content, which is read only for the file. */
export const withReceipts = {
  parts: {
    select: { subgraph: true, receivedAt: true, recordCount: true, sha256: true },
    orderBy: { subgraph: 'asc' },
  },
} as const;

type ReceiptRow = Pick<PartRow, 'subgraph' | 'receivedAt' | 'recordCount' | 'sha256'>;

export const dataRequestOf = (row: RequestRow & { parts: readonly ReceiptRow[] }): DataRequest => ({
  id: idFromUuid('datarequest', row.id),
  userId: idFromUuid('user', row.userId),
  kind: row.kind as DataRequestKind,
  status: row.status as DataRequestStatus,
  requestedAt: row.requestedAt,
  deadlineAt: row.deadlineAt,
  finishedAt: row.finishedAt,
  expiresAt: row.expiresAt,
  receipts: row.parts.map(({ subgraph, ...receipt }) => ({ ...receipt, subgraph: subgraph as Holder })),
});

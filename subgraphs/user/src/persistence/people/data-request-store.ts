import { idFromUuid, uuidOfId } from '@cartograph/ids';
import type { Transaction } from '@cartograph/outbox';
import { type DataRequestId, holders, statesBefore } from '../../domain/people/data-request.ts';
import type { DataRequestStore } from '../../use-cases/people/data-request-ports.ts';
import { clientOf } from '../client-of.ts';
import { dataRequestOf, withReceipts } from './data-request-rows.ts';

/** Requests for a copy of one's data or its erasure, in PostgreSQL. */
export const dataRequestStore: DataRequestStore = {
  insert: async (tx, { id, userId, kind, deadlineSeconds }) => {
    await tx.db.$executeRawUnsafe(
      `INSERT INTO data_request (id, user_id, kind, correlation_id, requested_at, deadline_at)
       SELECT $1::uuid, $2::uuid, $3, $4, t, t + $5::int * interval '1 second' FROM clock_timestamp() AS t`,
      uuidOfId(id),
      uuidOfId(userId),
      kind,
      tx.cause.correlationId,
      deadlineSeconds,
    );
    const parts = holders.map((subgraph) => ({ requestId: uuidOfId(id), subgraph }));
    await clientOf(tx).dataRequestPart.createMany({ data: parts });
    return read(tx, id);
  },
  underWay: async (tx, userId, kind) => {
    const where = { userId: uuidOfId(userId), kind, status: 'IN_PROGRESS' };
    const row = await clientOf(tx).dataRequest.findFirst({ where, include: withReceipts });
    return row && dataRequestOf(row);
  },
  lock: async (tx, id) => {
    const rows = await clientOf(tx).$queryRaw<unknown[]>`
      SELECT 1 FROM data_request WHERE id = ${uuidOfId(id)}::uuid FOR UPDATE`;
    return rows.length === 0 ? null : read(tx, id);
  },
  receive: async (tx, id, { subgraph, recordCount, content, sha256 }) => {
    const { count } = await clientOf(tx).dataRequestPart.updateMany({
      where: { requestId: uuidOfId(id), subgraph, receivedAt: null },
      data: { receivedAt: new Date(), recordCount, content, sha256, lastError: null },
    });
    return count === 1;
  },
  finish: async (tx, id, { status, keepSeconds }) => {
    const { kind } = await read(tx, id);
    const [row] = await tx.db.$queryRawUnsafe<{ version: number }[]>(
      `UPDATE data_request SET status = $2, version = version + 1, finished_at = coalesce(finished_at, t),
         expires_at = CASE WHEN $3::int IS NULL THEN expires_at ELSE t + $3::int * interval '1 second' END
       FROM clock_timestamp() AS t WHERE id = $1::uuid AND status = ANY($4::text[]) RETURNING version`,
      uuidOfId(id),
      status,
      keepSeconds ?? null,
      statesBefore(kind, status),
    );
    if (!row) throw new Error(`a request for ${kind} cannot become ${status} now`);
    const isKept = keepSeconds !== undefined;
    if (!isKept) {
      await clientOf(tx).dataRequestPart.updateMany({ where: { requestId: uuidOfId(id) }, data: { content: null } });
    }
    return { request: await read(tx, id), version: row.version };
  },
  lockOverdue: async (tx, limit) => {
    const rows = await tx.db.$queryRawUnsafe<{ id: string }[]>(
      `SELECT id::text AS id FROM data_request WHERE kind = 'EXPORT'
         AND ((status = 'IN_PROGRESS' AND deadline_at < clock_timestamp())
           OR (status = 'READY' AND expires_at < clock_timestamp()))
       ORDER BY requested_at LIMIT $1::int FOR UPDATE SKIP LOCKED`,
      limit,
    );
    return Promise.all(rows.map(({ id }) => read(tx, idFromUuid('datarequest', id))));
  },
};

const read = async (tx: Transaction, id: DataRequestId) =>
  dataRequestOf(
    await clientOf(tx).dataRequest.findUniqueOrThrow({ where: { id: uuidOfId(id) }, include: withReceipts }),
  );

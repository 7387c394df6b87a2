import { idFromUuid, uuidOfId } from '@cartograph/ids';
import { type Holder, shownRequests } from '../../domain/people/data-request.ts';
import type { AwaitedParts, DataRequestReads } from '../../use-cases/people/data-request-ports.ts';
import type { PrismaClient } from '../generated/client.ts';
import { dataRequestOf, withReceipts } from './data-request-rows.ts';

/** What resolvers read of requests. */
export const createDataRequestReads = (prisma: PrismaClient): DataRequestReads => ({
  find: async (id) => {
    const row = await prisma.dataRequest.findUnique({ where: { id: uuidOfId(id) }, include: withReceipts });
    return row && dataRequestOf(row);
  },
  ofUser: async (userId) => {
    const where = { userId: uuidOfId(userId) };
    const orderBy = [{ requestedAt: 'desc' }, { id: 'desc' }] as const;
    const rows = await prisma.dataRequest.findMany({
      where,
      orderBy: [...orderBy],
      take: shownRequests,
      include: withReceipts,
    });
    return rows.map(dataRequestOf);
  },
  parts: async (id) => {
    const where = { requestId: uuidOfId(id), content: { not: null } };
    const rows = await prisma.dataRequestPart.findMany({ where, orderBy: { subgraph: 'asc' } });
    return rows.map(({ subgraph, content }) => ({ subgraph, content: content ?? '[]' }));
  },
});

type ClaimedRow = { request_id: string; user_id: string; subgraph: string; correlation_id: string; attempts: number };

/** The parts that are due to be fetched: a lease gives each to one worker, in one process or many. */
export const createAwaitedParts = (prisma: PrismaClient): AwaitedParts => ({
  claim: async (limit, leaseSeconds) => {
    const rows = await prisma.$queryRaw<ClaimedRow[]>`
      UPDATE data_request_part AS part
      SET attempts = attempts + 1, next_attempt_at = clock_timestamp() + ${leaseSeconds}::int * interval '1 second'
      FROM (
        SELECT due.request_id, due.subgraph, request.user_id, request.correlation_id
        FROM data_request_part AS due JOIN data_request AS request ON request.id = due.request_id
        WHERE due.received_at IS NULL AND due.next_attempt_at <= clock_timestamp()
          AND request.kind = 'EXPORT' AND request.status = 'IN_PROGRESS'
        ORDER BY due.next_attempt_at LIMIT ${limit}::int FOR UPDATE OF due SKIP LOCKED) AS claimed
      WHERE part.request_id = claimed.request_id AND part.subgraph = claimed.subgraph
      RETURNING part.request_id::text, claimed.user_id::text, part.subgraph, claimed.correlation_id, part.attempts`;
    return rows.map((row) => ({
      requestId: idFromUuid('datarequest', row.request_id),
      userId: idFromUuid('user', row.user_id),
      subgraph: row.subgraph as Holder,
      correlationId: row.correlation_id,
      attempts: row.attempts,
    }));
  },
  postpone: async ({ requestId, subgraph }, { delaySeconds, reason }) => {
    await prisma.$executeRaw`
      UPDATE data_request_part
      SET next_attempt_at = clock_timestamp() + ${delaySeconds}::float8 * interval '1 second', last_error = ${reason}
      WHERE request_id = ${uuidOfId(requestId)}::uuid AND subgraph = ${subgraph} AND received_at IS NULL`;
  },
});

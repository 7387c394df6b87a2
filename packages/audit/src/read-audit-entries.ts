import { idFromUuid, parseId, uuidOfId } from '@cartograph/ids';
import type { SqlExecutor } from '@cartograph/outbox';
import type { AuditEntry } from './audit-entry.ts';

const defaultSize = 20;
const largestSize = 100;

export type AuditPageRequest = {
  readonly first?: number | null;
  readonly after?: string | null;
  /** Only what was done to this thing. */
  readonly subjectId?: string | null;
};

/** A page of entries as a connection; `null` for a cursor that is none. */
export type AuditPage = {
  readonly edges: { readonly cursor: string; readonly node: AuditEntry }[];
  readonly nodes: AuditEntry[];
  readonly pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
};

type Row = Omit<AuditEntry, 'id'> & { readonly uuid: string };

/** Reads entries, newest first, along the ids, which are sorted by time. Null for arguments that make no sense. */
export const readAuditEntries = async (
  db: SqlExecutor,
  { first, after, subjectId }: AuditPageRequest,
): Promise<AuditPage | null> => {
  const size = Math.min(first ?? defaultSize, largestSize);
  const cursor = after ? parseId('audit', after) : null;
  if (size < 0 || (after && !cursor)) return null;
  const rows = await db.$queryRawUnsafe<Row[]>(
    `SELECT id::text AS uuid, action, subject_id AS "subjectId", customer_id AS "customerId", actor_kind AS "actorKind",
       actor_id AS "actorId", reason, correlation_id AS "correlationId", occurred_at AS "occurredAt"
     FROM audit_entry
     WHERE ($1::text IS NULL OR subject_id = $1) AND ($2::uuid IS NULL OR id < $2::uuid)
     ORDER BY id DESC LIMIT $3`,
    subjectId ?? null,
    cursor && uuidOfId(cursor),
    size + 1,
  );
  const nodes = rows.slice(0, size).map(({ uuid, ...entry }) => ({ ...entry, id: idFromUuid('audit', uuid) }));
  return {
    nodes,
    edges: nodes.map((node) => ({ cursor: node.id, node })),
    pageInfo: {
      hasNextPage: rows.length > size,
      hasPreviousPage: cursor !== null,
      startCursor: nodes.at(0)?.id ?? null,
      endCursor: nodes.at(-1)?.id ?? null,
    },
  };
};

import { type Id, type IdPrefix, idFromUuid, uuidOfId } from '@cartograph/ids';
import type { SqlExecutor } from '@cartograph/outbox';
import { recordOf } from './record-of.ts';

/** What a subgraph holds of a person, as one SQL statement. */
export type HeldOfPerson = {
  /** `SELECT kind, id, body ...` with the user's UUID as `$1`; `id` is unique within its kind. */
  readonly select: string;
  /** Which column holds the id of what: they leave as the graph shows them. */
  readonly ids: Readonly<Record<string, IdPrefix>>;
  /** The prefix of the ids of each kind. */
  readonly kinds: Readonly<Record<string, IdPrefix>>;
};

export type RecordPosition = { readonly kind: string; readonly uuid: string };

/** Records as JSON texts, and where the next page begins; null after the last. */
export type RecordPage = { readonly records: string[]; readonly endCursor: string | null };

export type PersonalRecords = (userId: Id<'user'>, after: RecordPosition | null) => Promise<RecordPage>;

const pageSize = 100;
const noUuid = '00000000-0000-0000-0000-000000000000';

type Row = { readonly kind: string; readonly id: string; readonly body: string };

/** Reads what a subgraph holds of a person, page by page, in a stable order. */
export const personalRecords =
  (db: Pick<SqlExecutor, '$queryRawUnsafe'>, held: HeldOfPerson): PersonalRecords =>
  async (userId, after) => {
    const rows = await db.$queryRawUnsafe<Row[]>(
      `SELECT kind, id::text AS id, body::text AS body FROM (${held.select}) AS held
       WHERE (kind COLLATE "C", id) > ($2, $3::uuid) ORDER BY kind COLLATE "C", id LIMIT ${pageSize + 1}`,
      uuidOfId(userId),
      after?.kind ?? '',
      after?.uuid ?? noUuid,
    );
    const kept = rows.slice(0, pageSize);
    const last = kept.at(-1);
    return {
      records: kept.map((row) => JSON.stringify(readRow(row, held))),
      endCursor: rows.length > pageSize && last ? cursorOf(last) : null,
    };
  };

const readRow = ({ kind, id, body }: Row, { ids, kinds }: HeldOfPerson) => {
  const prefix = kinds[kind];
  if (!prefix) throw new Error(`records of the kind ${kind} have no prefix`);
  return { kind, ...recordOf(body, ids), id: idFromUuid(prefix, id) };
};

const cursorOf = ({ kind, id }: Row): string => Buffer.from(`${kind} ${id}`).toString('base64url');

/** The position behind a cursor; null for a text that is none of ours. */
export const positionOf = (cursor: string): RecordPosition | null => {
  if (cursor.length > 200) return null;
  const match = /^([A-Za-z]{1,40}) ([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/.exec(
    Buffer.from(cursor, 'base64url').toString(),
  );
  return match?.[1] && match[2] ? { kind: match[1], uuid: match[2] } : null;
};

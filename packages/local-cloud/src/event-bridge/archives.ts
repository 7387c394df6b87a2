import type { DatabaseSync } from 'node:sqlite';
import { notFound } from './aws-error.ts';
import { inTransaction, isForgettable } from './open-store.ts';
import { compilePattern, type EventTest } from './patterns/compile-pattern.ts';
import type { JsonObject } from './patterns/json.ts';

/** What an archive keeps: all events of a bus, or those that match; for a number of days, or for ever when it is 0. */
export type ArchiveDefinition = {
  name: string;
  bus: string;
  description?: string;
  pattern?: string;
  retentionDays: number;
};
export type Archive = ArchiveDefinition & { id: number; createdAt: number };

export type Archives = {
  /** Makes the archive or replaces its definition; what it holds stays. @throws AwsError InvalidEventPatternException */
  put(definition: ArchiveDefinition): void;
  /** Forgets the archive and what only it holds. */
  delete(name: string): void;
  /** @throws AwsError ResourceNotFoundException */
  archive(name: string): Archive;
  archives(): Archive[];
  sizeOf(archive: Archive): { events: number; bytes: number };
  /** The ids of the archives that keep this event of the bus. */
  idsFor(bus: string, event: JsonObject): number[];
  /** Forgets up to 1,000 events of each archive that are past its retention; returns how many. */
  prune(now: number): number;
};

const dayMs = 86_400_000;
const prunedAtOnce = 1_000;

/** Archives, kept in the store, matched from memory. */
export function createArchives(database: DatabaseSync): Archives {
  const statements = prepareStatements(database);
  let known: (Archive & { matches: EventTest })[] | undefined;

  const archives = (): Archive[] => (statements.all.all() as Row[]).map(toArchive);
  const matchers = () => {
    known ??= archives().map((archive) => ({ ...archive, matches: testOf(archive.pattern) }));
    return known;
  };

  function pruneOne({ id, retentionDays }: Archive, now: number): number {
    if (retentionDays === 0) return 0;
    const expired = statements.expired.all(now - retentionDays * dayMs, id, prunedAtOnce) as { seq: number }[];
    for (const { seq } of expired) {
      statements.take.run(id, seq);
      statements.forget.run(seq);
    }
    return expired.length;
  }

  return {
    archives,
    archive(name) {
      const archive = archives().find((candidate) => candidate.name === name);
      if (archive === undefined) throw notFound(`Archive ${name}`);
      return archive;
    },
    put({ name, bus, description, pattern, retentionDays }) {
      testOf(pattern);
      statements.put.run(name, bus, description ?? null, pattern ?? null, retentionDays, Date.now());
      known = undefined;
    },
    delete(name) {
      inTransaction(database, () => {
        const { id } = statements.remove.get(name) as { id: number };
        statements.empty.run(id);
        statements.forgetAll.run();
      });
      known = undefined;
    },
    sizeOf: ({ id }) => statements.size.get(id) as { events: number; bytes: number },
    idsFor: (bus, event) =>
      matchers()
        .filter((archive) => archive.bus === bus && archive.matches(event))
        .map(({ id }) => id),
    prune: (now) => inTransaction(database, () => archives().reduce((sum, archive) => sum + pruneOne(archive, now), 0)),
  };
}

const testOf = (pattern: string | undefined): EventTest =>
  pattern === undefined ? () => true : compilePattern(pattern);

const prepareStatements = (database: DatabaseSync) => ({
  all: database.prepare('SELECT * FROM archives ORDER BY name'),
  put: database.prepare(
    `INSERT INTO archives (name, bus, description, pattern, retention_days, created_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET bus = excluded.bus, description = excluded.description,
     pattern = excluded.pattern, retention_days = excluded.retention_days`,
  ),
  remove: database.prepare('DELETE FROM archives WHERE name = ? RETURNING id'),
  empty: database.prepare('DELETE FROM archived_events WHERE archive = ?'),
  forgetAll: database.prepare(`DELETE FROM events WHERE ${isForgettable}`),
  size: database.prepare(
    'SELECT count(*) AS events, coalesce(sum(bytes), 0) AS bytes FROM archived_events WHERE archive = ?',
  ),
  expired: database.prepare(
    `SELECT e.seq FROM events e JOIN archived_events a ON a.event_seq = e.seq
     WHERE e.accepted_at < ? AND a.archive = ? ORDER BY e.accepted_at LIMIT ?`,
  ),
  take: database.prepare('DELETE FROM archived_events WHERE archive = ? AND event_seq = ?'),
  forget: database.prepare(`DELETE FROM events WHERE seq = ? AND ${isForgettable}`),
});

type Row = {
  id: number;
  name: string;
  bus: string;
  description: string | null;
  pattern: string | null;
  retention_days: number;
  created_at: number;
};

const toArchive = (row: Row): Archive => ({
  id: row.id,
  name: row.name,
  bus: row.bus,
  ...(row.description === null ? {} : { description: row.description }),
  ...(row.pattern === null ? {} : { pattern: row.pattern }),
  retentionDays: row.retention_days,
  createdAt: row.created_at,
});

import type { DatabaseSync } from 'node:sqlite';
import { notFound } from './aws-error.ts';

export type ReplayState = 'STARTING' | 'RUNNING' | 'CANCELLING' | 'COMPLETED' | 'CANCELLED' | 'FAILED';

/** Which events of which archive go to the bus again; to the rules of these ARNs only, if there are any. */
export type ReplayOrder = {
  name: string;
  archiveId: number;
  archiveName: string;
  description?: string;
  bus: string;
  ruleArns: string[];
  /** Unix time in milliseconds; the first counts, the second does not. */
  eventsFrom: number;
  eventsUntil: number;
};
export type Replay = ReplayOrder & {
  state: ReplayState;
  stateReason?: string;
  startedAt: number;
  endedAt?: number;
  /** The last event that was replayed. */
  last?: ReplayPosition;
};
/** Where an event stands in an archive: by the time it happened, then by acceptance. */
export type ReplayPosition = { happenedAt: number; seq: number };
export type ReplayedEvent = ReplayPosition & { body: string };

export type Replays = {
  start(order: ReplayOrder): void;
  /** @throws AwsError ResourceNotFoundException */
  replay(name: string): Replay;
  replays(): Replay[];
  /** Those that are not at an end, the oldest first. */
  unfinished(): Replay[];
  nextEvents(replay: Replay, limit: number): ReplayedEvent[];
  advance(name: string, last: ReplayPosition): void;
  setState(name: string, state: ReplayState, reason?: string): void;
  /** Forgets replays that ended before the time (Unix, ms). */
  prune(before: number): void;
};

/** Replays and how far each has come, in the store. */
export function createReplays(database: DatabaseSync): Replays {
  const statements = prepareStatements(database);
  const replays = () => (statements.all.all() as Row[]).map(toReplay);
  return {
    replays,
    start({ name, archiveId, archiveName, description, bus, ruleArns, eventsFrom, eventsUntil }) {
      const rules = JSON.stringify(ruleArns);
      const period = [eventsFrom, eventsUntil] as const;
      statements.start.run(name, archiveId, archiveName, description ?? null, bus, rules, ...period, Date.now());
    },
    replay(name) {
      const replay = replays().find((candidate) => candidate.name === name);
      if (replay === undefined) throw notFound(`Replay ${name}`);
      return replay;
    },
    unfinished: () => (statements.unfinished.all() as Row[]).map(toReplay),
    nextEvents({ archiveId, eventsFrom, eventsUntil, last }, limit) {
      const after = last ?? { happenedAt: eventsFrom, seq: 0 };
      return statements.next.all(archiveId, after.happenedAt, after.seq, eventsUntil, limit) as ReplayedEvent[];
    },
    advance: (name, { happenedAt, seq }) => void statements.advance.run(happenedAt, seq, name),
    setState(name, state, reason) {
      const endedAt = finalStates.includes(state) ? Date.now() : null;
      statements.setState.run(state, reason ?? null, endedAt, name);
    },
    prune: (before) => void statements.prune.run(before),
  };
}

const finalStates: readonly ReplayState[] = ['COMPLETED', 'CANCELLED', 'FAILED'];

const prepareStatements = (database: DatabaseSync) => ({
  all: database.prepare('SELECT * FROM replays ORDER BY name'),
  start: database.prepare(
    `INSERT INTO replays (name, archive_id, archive_name, description, bus, rule_arns, events_from, events_until,
     started_at, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'STARTING')`,
  ),
  unfinished: database.prepare('SELECT * FROM replays WHERE ended_at IS NULL ORDER BY started_at, name'),
  next: database.prepare(
    `SELECT a.happened_at AS happenedAt, a.event_seq AS seq, e.body
     FROM archived_events a JOIN events e ON e.seq = a.event_seq
     WHERE a.archive = ? AND (a.happened_at, a.event_seq) > (?, ?) AND a.happened_at < ?
     ORDER BY a.happened_at, a.event_seq LIMIT ?`,
  ),
  advance: database.prepare('UPDATE replays SET last_happened_at = ?, last_seq = ? WHERE name = ?'),
  setState: database.prepare('UPDATE replays SET state = ?, state_reason = ?, ended_at = ? WHERE name = ?'),
  prune: database.prepare('DELETE FROM replays WHERE ended_at < ?'),
});

type Row = {
  name: string;
  archive_id: number;
  archive_name: string;
  description: string | null;
  bus: string;
  rule_arns: string;
  events_from: number;
  events_until: number;
  state: ReplayState;
  state_reason: string | null;
  started_at: number;
  ended_at: number | null;
  last_happened_at: number | null;
  last_seq: number | null;
};

const toReplay = (row: Row): Replay => ({
  name: row.name,
  archiveId: row.archive_id,
  archiveName: row.archive_name,
  ...(row.description === null ? {} : { description: row.description }),
  bus: row.bus,
  ruleArns: JSON.parse(row.rule_arns) as string[],
  eventsFrom: row.events_from,
  eventsUntil: row.events_until,
  state: row.state,
  ...(row.state_reason === null ? {} : { stateReason: row.state_reason }),
  startedAt: row.started_at,
  ...(row.ended_at === null ? {} : { endedAt: row.ended_at }),
  ...(row.last_happened_at === null || row.last_seq === null
    ? {}
    : { last: { happenedAt: row.last_happened_at, seq: row.last_seq } }),
});

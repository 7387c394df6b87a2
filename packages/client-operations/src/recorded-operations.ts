import { z } from 'zod';
import { BadOperations, readAs, readJson } from './bad-operations.ts';

const recordedOperation = z.object({
  /** Who sent it, as the client says of itself; `unknown` for one that does not. */
  clientName: z.string().min(1),
  /** The empty text for a client that does not say. */
  clientVersion: z.string(),
  /** The empty text for an operation without a name. */
  operationName: z.string(),
  type: z.enum(['query', 'mutation', 'subscription']),
  /** The operation as `normaliseOperation` prints it: names and shapes, no values. */
  body: z.string().min(1),
  /** How often it was sent from `firstSeen` to `lastSeen`. */
  count: z.int().positive(),
  firstSeen: z.iso.datetime(),
  lastSeen: z.iso.datetime(),
});

const recording = z.object({ version: z.literal(1), operations: z.array(recordedOperation) });

/** One operation that one version of one client really sent. */
export type RecordedOperation = z.output<typeof recordedOperation>;

/** What clients really sent, as a document of its own. */
export type Recording = z.output<typeof recording>;

/**
 * Reads recorded operations: one JSON document (`{ "version": 1, "operations": [...] }`), or JSON lines with one operation
 * each, as a server appends them. Lines of the same client, version and body are added up. Throws BadOperations, naming the
 * line.
 */
export const parseRecording = (text: string, where: string): RecordedOperation[] =>
  addUp(isOneDocument(text) ? readAs(recording, readJson(text, where), where).operations : readLines(text, where));

const isOneDocument = (text: string): boolean => /^\s*\{\s*"(version|operations)"\s*:/.test(text);

const readLines = (text: string, where: string): RecordedOperation[] => {
  const lines = text.split('\n').map((line, index) => ({ line, at: `${where}, line ${index + 1}` }));
  const written = lines.filter(({ line }) => line.trim() !== '');
  if (written.length === 0) throw new BadOperations(`${where} is empty: it holds no recorded operation`);
  return written.map(({ line, at }) => readAs(recordedOperation, readJson(line, at), at));
};

const addUp = (operations: RecordedOperation[]): RecordedOperation[] => {
  const byIdentity = new Map<string, RecordedOperation>();
  for (const operation of operations) {
    const identity = JSON.stringify([operation.clientName, operation.clientVersion, operation.body]);
    const known = byIdentity.get(identity);
    byIdentity.set(identity, known === undefined ? operation : together(known, operation));
  }
  return [...byIdentity.values()];
};

const together = (one: RecordedOperation, other: RecordedOperation): RecordedOperation => ({
  ...one,
  count: one.count + other.count,
  firstSeen: earliest(one.firstSeen, other.firstSeen),
  lastSeen: earliest(one.lastSeen, other.lastSeen) === one.lastSeen ? other.lastSeen : one.lastSeen,
});

const earliest = (one: string, other: string): string => (Date.parse(one) <= Date.parse(other) ? one : other);

import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { entryOf, type OutboxRow } from './outbox-rows.ts';

/** What became of each row of one publication. Rows that are in neither list were held back behind a failed one. */
export type Publication = { sent: string[]; failed: { position: string; reason: string }[] };

/** AWS: at most 10 entries a PutEvents request. */
const maxEntries = 10;
/** Our budget for one request, below AWS's limit of 256 KB counted over the entries (here in bytes of the detail). */
const maxRequestBytes = 240_000;

type Entry = { row: OutboxRow; entry: ReturnType<typeof entryOf>; bytes: number };

/**
 * Puts rows on the bus. A request holds at most one event of an aggregate, so that a partly failed one can never let a
 * later event overtake an earlier: when an event fails, the later ones of its aggregate are held back.
 */
export const publish = async (eventBridge: EventBridgeClient, busName: string, rows: readonly OutboxRow[]): Promise<Publication> => {
  const publication: Publication = { sent: [], failed: [] };
  const stuck = new Set<string>();
  for (const wave of wavesOf(rows)) {
    const passable = wave.filter(({ row }) => !stuck.has(row.aggregate_id));
    for (const batch of batchesOf(passable)) {
      const reasons = await putBatch(eventBridge, busName, batch);
      for (const [index, { row }] of batch.entries()) {
        const reason = reasons[index];
        if (reason === undefined) publication.sent.push(row.position);
        else {
          publication.failed.push({ position: row.position, reason });
          stuck.add(row.aggregate_id);
        }
      }
    }
  }
  return publication;
};

/** One reason for each entry that was not accepted, undefined for those that were. */
const putBatch = async (eventBridge: EventBridgeClient, busName: string, batch: readonly Entry[]): Promise<(string | undefined)[]> => {
  try {
    const entries = batch.map(({ entry }) => ({ ...entry, EventBusName: busName }));
    const result = await eventBridge.send(new PutEventsCommand({ Entries: entries }));
    // PutEvents may accept 9 of 10: an entry without an id was refused and must be sent again, alone.
    return batch.map((_, index) => {
      const answer = result.Entries?.[index];
      return answer?.EventId ? undefined : `${answer?.ErrorCode ?? 'NoAnswer'}: ${answer?.ErrorMessage ?? ''}`;
    });
  } catch (error) {
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return batch.map(() => reason);
  }
};

/** The first event of every aggregate, then the second of every aggregate, and so on. */
const wavesOf = (rows: readonly OutboxRow[]): Entry[][] => {
  const seen = new Map<string, number>();
  const waves: Entry[][] = [];
  for (const row of rows) {
    const turn = seen.get(row.aggregate_id) ?? 0;
    seen.set(row.aggregate_id, turn + 1);
    const entry = entryOf(row);
    const wave = waves[turn] ?? [];
    waves[turn] = wave;
    wave.push({ row, entry, bytes: Buffer.byteLength(entry.Detail) + entry.Source.length + entry.DetailType.length + 14 });
  }
  return waves;
};

const batchesOf = (entries: readonly Entry[]): Entry[][] => {
  const batches: Entry[][] = [];
  let batch: Entry[] = [];
  let bytes = 0;
  for (const entry of entries) {
    if (batch.length === maxEntries || (batch.length > 0 && bytes + entry.bytes > maxRequestBytes)) {
      batches.push(batch);
      batch = [];
      bytes = 0;
    }
    batch.push(entry);
    bytes += entry.bytes;
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
};

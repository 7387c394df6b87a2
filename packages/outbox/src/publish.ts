import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { type BusEntry, busEntryOf } from './bus-entry.ts';
import { type BusRefusal, isContentFault, refusalOf } from './bus-refusal.ts';
import { countSent, onBus, timed } from './measures.ts';
import type { OutboxRow, Refused } from './outbox-rows.ts';
import { inSendSpan } from './send-span.ts';
import { batchesOf, wavesOf } from './waves.ts';

/** What became of the rows. Those in neither list were held back: behind a refused one, by an outage, or by the time. */
export type Publication = { readonly sent: string[]; readonly refused: Refused[]; outage: unknown };

export type Bus = { readonly eventBridge: EventBridgeClient; readonly busName: string };

const requestsAtOnce = 4;
const requestTimeoutMs = 5_000;

type Parcel = { readonly row: OutboxRow; readonly entry: BusEntry; readonly bytes: number };

/**
 * Puts rows on the bus. No two events of an aggregate are on their way at once, so that a partly failed request can
 * never let a later one overtake an earlier: when one is refused, the later ones of its aggregate are held back. A
 * request that fails as a whole ends the publication with `outage`; after `deadline` (epoch ms) no request is begun.
 */
export const publish = async (bus: Bus, rows: readonly OutboxRow[], deadline: number): Promise<Publication> => {
  const publication: Publication = { sent: [], refused: [], outage: undefined };
  const refuse = (refused: Refused) => publication.refused.push(refused);
  const isStuck = (row: OutboxRow) => publication.refused.some((one) => one.row.aggregate_id === row.aggregate_id);
  const mayGoOn = () => publication.outage === undefined && Date.now() < deadline;

  const send = async (parcels: readonly Parcel[]): Promise<void> => {
    if (!mayGoOn()) return;
    const answers = await putEvents(bus, parcels);
    if ('outage' in answers) publication.outage ??= answers.outage;
    else if ('contentFault' in answers) await blame(parcels, answers.contentFault);
    else for (const [index, parcel] of parcels.entries()) note(parcel, answers.refusals[index]);
  };
  const blame = async (parcels: readonly Parcel[], fault: unknown): Promise<void> => {
    const [only, ...more] = parcels;
    if (only && more.length === 0) return void refuse({ row: only.row, refusal: refusalOf(fault) });
    for (const parcel of parcels) await send([parcel]);
  };
  const note = ({ row }: Parcel, refusal: BusRefusal | undefined) => {
    if (refusal) refuse({ row, refusal });
    else publication.sent.push(row.position);
  };

  for (const wave of wavesOf(rows)) {
    const parcels = wave.filter((row) => !isStuck(row)).flatMap((row) => parcelOf(row, refuse));
    await inParallel(batchesOf(parcels), send);
    if (!mayGoOn()) break;
  }
  return publication;
};

type Answers = { refusals: (BusRefusal | undefined)[] } | { contentFault: unknown } | { outage: unknown };

const putEvents = async ({ eventBridge, busName }: Bus, parcels: readonly Parcel[]): Promise<Answers> => {
  try {
    const entries = parcels.map(({ entry }) => ({ ...entry, EventBusName: busName }));
    const command = new PutEventsCommand({ Entries: entries });
    const abortSignal = AbortSignal.timeout(requestTimeoutMs);
    const send = () => eventBridge.send(command, { abortSignal });
    const result = await inSendSpan(busName, parcels, () => timed(onBus(busName), send));
    // PutEvents may accept 9 of 10: an entry without an id was refused and must be sent again, alone.
    const refusals = parcels.map((_, index) => {
      const { EventId, ErrorCode = 'NoAnswer', ErrorMessage = '' } = result.Entries?.[index] ?? {};
      return EventId ? undefined : { code: ErrorCode, reason: `${ErrorCode}: ${ErrorMessage}` };
    });
    countSent(
      onBus(busName),
      refusals.map((refusal) => refusal?.code),
    );
    return { refusals };
  } catch (error) {
    countSent(
      onBus(busName),
      parcels.map(() => refusalOf(error).code),
    );
    return isContentFault(error) ? { contentFault: error } : { outage: error };
  }
};

const parcelOf = (row: OutboxRow, refuse: (refused: Refused) => unknown): Parcel[] => {
  const made = busEntryOf(row);
  if ('entry' in made) return [{ row, ...made }];
  refuse({ row, refusal: made.refusal });
  return [];
};

const inParallel = async <Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> => {
  const queue = items.values();
  const lane = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(requestsAtOnce, items.length) }, lane));
};

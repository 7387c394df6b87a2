import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { busName } from '@cartograph/events';
import { type Intercept, startTap, startTestCloud, type TapAnswer } from '@cartograph/testing';

export type PutEntry = { eventId: string; aggregateId: string; aggregateVersion: number; at: number };
type Result = { EventId?: string; ErrorCode?: string; ErrorMessage?: string };

/** What the bus says to a request: nothing special, an answer of its own, or the line is cut. */
export type Mood = (entries: PutEntry[], forward: () => Promise<TapAnswer>) => Promise<TapAnswer | null>;

export const refuseEntries =
  (isRefused: (entry: PutEntry) => boolean, code: string): Mood =>
  async (entries, forward) => {
    const answer = await forward();
    const { Entries } = JSON.parse(answer.body.toString()) as { Entries: Result[] };
    const mixed = Entries.map((result, at) => {
      const entry = entries[at];
      return entry && isRefused(entry) ? { ErrorCode: code, ErrorMessage: 'refused by the test' } : result;
    });
    const FailedEntryCount = mixed.filter((result) => result.ErrorCode).length;
    const body = Buffer.from(JSON.stringify({ FailedEntryCount, Entries: mixed }));
    return { ...answer, headers: { 'content-type': 'application/x-amz-json-1.1' }, body };
  };

export const failWith =
  (status: number, type: string): Mood =>
  async () => ({
    status,
    headers: { 'content-type': 'application/x-amz-json-1.1' },
    body: Buffer.from(JSON.stringify({ __type: type, message: 'failed by the test' })),
  });

export const cutTheLine: Mood = async () => null;
export const isFine: Mood = async (_, forward) => forward();

/** The real local bus behind a tap that notes what it accepted, in order, and can be in any mood. */
export const openWatchedBus = async () => {
  const cloud = await startTestCloud();
  const tap = await startTap(cloud.eventBridgeUrl);
  const watched = { mood: isFine, accepted: [] as PutEntry[], requests: [] as PutEntry[][] };
  tap.intercept = (async (request, forward) => {
    const entries = entriesOf(request.body);
    watched.requests.push(entries);
    const answer = await watched.mood(entries, forward);
    if (answer?.status !== 200) return answer;
    const { Entries } = JSON.parse(answer.body.toString()) as { Entries: Result[] };
    watched.accepted.push(...entries.filter((_, at) => Entries[at]?.EventId));
    return answer;
  }) satisfies Intercept;
  const eventBridge = new EventBridgeClient({
    region: 'eu-central-1',
    endpoint: tap.url,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  return Object.assign(watched, {
    url: tap.url,
    cloud,
    bus: { eventBridge, busName },
    forget: () => {
      Object.assign(watched, { mood: isFine, accepted: [], requests: [] });
    },
    close: async () => {
      eventBridge.destroy();
      await tap.close();
      await cloud.stop();
    },
  });
};

export type WatchedBus = Awaited<ReturnType<typeof openWatchedBus>>;

const entriesOf = (body: Buffer): PutEntry[] =>
  (JSON.parse(body.toString()) as { Entries: { Detail: string }[] }).Entries.map(({ Detail }) => ({
    ...(JSON.parse(Detail) as PutEntry),
    at: Date.now(),
  }));

/** The versions of one aggregate in the order in which the bus took them. */
export const versionsOf = (entries: readonly PutEntry[], aggregateId: string): number[] =>
  entries.filter((entry) => entry.aggregateId === aggregateId).map((entry) => entry.aggregateVersion);

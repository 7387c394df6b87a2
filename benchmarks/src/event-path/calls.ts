import type { SubgraphName } from '@cartograph/events';

/** What a participant is told when it is spawned, as JSON in its only argument. */
export type Assignment = {
  subgraph: SubgraphName;
  databaseUrl: string;
  eventBridgeUrl: string;
  sqsUrl: string;
};

/** A moment at which something happened to an event: its aggregate's id, and milliseconds since 1970 with fractions. */
export type Moment = readonly [aggregateId: string, atMs: number];

/** What the benchmark asks of a participant. */
export type Calls = {
  startWayOut: () => Promise<void>;
  stopWayOut: () => Promise<void>;
  startWayIn: () => Promise<void>;
  /** Appends so many events as fast as it can, one a transaction. */
  append: (count: number) => Promise<void>;
  /** Appends so many events a second, for so many seconds. */
  appendAtPace: (perSecond: number, seconds: number) => Promise<void>;
  unsent: () => Promise<number>;
  /** How many events were taken in since the last `forget`. */
  taken: () => Promise<number>;
  moments: () => Promise<{ committed: Moment[]; reacted: Moment[] }>;
  forget: () => Promise<void>;
  stop: () => Promise<void>;
};

export type Call = { id: number; name: keyof Calls; args: unknown[] };
export type Answer = { id: number; result?: unknown; error?: string };

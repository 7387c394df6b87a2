import type { Id } from '@cartograph/ids';
import type { UserId } from '../user.ts';

export type DataRequestId = Id<'datarequest'>;
export type DataRequestKind = 'EXPORT' | 'ERASURE';
export type DataRequestStatus = 'IN_PROGRESS' | 'READY' | 'COMPLETED' | 'EXPIRED' | 'FAILED';

/** Which subgraphs hold something of people: each answers every request. */
export const holders = ['product', 'order', 'user', 'payment'] as const;
export type Holder = (typeof holders)[number];

/** So many of a person's requests are shown, the newest. */
export const shownRequests = 20;

/** What one subgraph did for a request; `receivedAt` is null while it is waited for. */
export type Receipt = {
  readonly subgraph: Holder;
  readonly receivedAt: Date | null;
  readonly recordCount: number | null;
  readonly sha256: string | null;
};

export type DataRequest = {
  readonly id: DataRequestId;
  readonly userId: UserId;
  readonly kind: DataRequestKind;
  readonly status: DataRequestStatus;
  readonly requestedAt: Date;
  readonly deadlineAt: Date;
  readonly finishedAt: Date | null;
  readonly expiresAt: Date | null;
  readonly receipts: readonly Receipt[];
};

type Transitions = Readonly<Record<DataRequestStatus, readonly DataRequestStatus[]>>;

/** The life of a request. An erasure has no way to fail: it waits until every subgraph has done it. */
const transitions: Readonly<Record<DataRequestKind, Transitions>> = {
  EXPORT: { IN_PROGRESS: ['READY', 'FAILED'], READY: ['EXPIRED'], COMPLETED: [], EXPIRED: [], FAILED: [] },
  ERASURE: { IN_PROGRESS: ['COMPLETED'], READY: [], COMPLETED: [], EXPIRED: [], FAILED: [] },
};

/** The states from which a request of that kind gets there. */
export const statesBefore = (kind: DataRequestKind, to: DataRequestStatus): DataRequestStatus[] =>
  (Object.keys(transitions[kind]) as DataRequestStatus[]).filter((from) => transitions[kind][from].includes(to));

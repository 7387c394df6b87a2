import type { SubgraphName } from '@cartograph/events';

/** Who took an event in, and when by that database's clock. */
export type Intake = { readonly subgraph: SubgraphName; readonly takenAt: Date };

/** An event as its outbox and the inboxes know it. */
export type ChainEvent = {
  readonly eventId: string;
  readonly name: string;
  readonly emitter: SubgraphName;
  readonly aggregateId: string;
  readonly aggregateVersion: number;
  readonly correlationId: string;
  /** The event that led to it, null when a request or a deadline did. */
  readonly causationId: string | null;
  /** The order its data names, if it names one. */
  readonly orderId: string | null;
  readonly occurredAt: Date;
  readonly sentAt: Date | null;
  readonly parkedAt: Date | null;
  readonly lastError: string | null;
  readonly intakes: readonly Intake[];
};

/** Whether the event is the order's own, or tells of the order. */
export const tellsOf = (id: string, event: Pick<ChainEvent, 'aggregateId' | 'orderId'>): boolean =>
  event.aggregateId === id || event.orderId === id;

import { type ChainEvent, tellsOf } from './chain-event.ts';

/** An event of a chain and what followed from it. */
export type ChainNode = {
  readonly event: ChainEvent;
  readonly cause: ChainEvent | null;
  readonly followers: ChainNode[];
};

/**
 * The events that tell of the order, and those that led to them or followed from them, by cause. Others may have the
 * same correlation: one request can begin more than one chain.
 */
export const chainOf = (orderId: string, candidates: readonly ChainEvent[]): ChainEvent[] => {
  const byId = new Map(candidates.map((event) => [event.eventId, event]));
  const followers = Map.groupBy(candidates, ({ causationId }) => causationId);
  const chain = new Map<string, ChainEvent>();
  const open = candidates.filter((event) => tellsOf(orderId, event));
  for (let event = open.pop(); event; event = open.pop()) {
    if (chain.has(event.eventId)) continue;
    chain.set(event.eventId, event);
    const cause = byId.get(event.causationId ?? '');
    open.push(...(followers.get(event.eventId) ?? []), ...(cause ? [cause] : []));
  }
  return [...chain.values()];
};

/** The events as trees, each below its cause, in the order in which they happened. What has no known cause is a root. */
export const treesOf = (events: readonly ChainEvent[]): ChainNode[] => {
  const inTime = events.toSorted(
    (a, b) => a.occurredAt.getTime() - b.occurredAt.getTime() || a.eventId.localeCompare(b.eventId),
  );
  const byId = new Map(inTime.map((event) => [event.eventId, event]));
  const nodes = new Map<string, ChainNode>();
  for (const event of inTime) {
    nodes.set(event.eventId, { event, cause: byId.get(event.causationId ?? '') ?? null, followers: [] });
  }
  for (const node of nodes.values()) {
    if (node.cause) nodes.get(node.cause.eventId)?.followers.push(node);
  }
  return [...nodes.values()].filter(({ cause }) => cause === null);
};

import type { EventRow, World } from './world.ts';

/** What happened to an order, as a tree of causes: each event below the one that led to it. */
export const orderTrace = (world: World, orderId: string): string => {
  const order = world.orders.find(({ id }) => id === orderId);
  const own = world.events
    .filter((event) => event.correlation_id === order?.correlation_id || event.order_id === orderId)
    .sort((a, b) => a.occurred_at.getTime() - b.occurred_at.getTime());
  const ids = new Set(own.map(({ event_id }) => event_id));
  const roots = own.filter(({ causation_id }) => causation_id === null || !ids.has(causation_id));
  const below = (event: EventRow, depth: number): string[] => [
    `${'  '.repeat(depth)}${line(world, event)}`,
    ...own.filter(({ causation_id }) => causation_id === event.event_id).flatMap((next) => below(next, depth + 1)),
  ];
  const head = order
    ? `${orderId}: ${order.status}, ${order.payment_status}, waits for ${order.awaiting}`
    : `${orderId}: no order`;
  return [head, ...roots.flatMap((root) => below(root, 1))].join('\n');
};

const line = ({ inboxes }: World, event: EventRow): string => {
  const takers = [...inboxes].filter(([, inbox]) => inbox.has(event.event_id)).map(([subgraph]) => subgraph);
  const sent = event.parked_at ? 'PARKED' : event.sent_at ? '' : 'NOT SENT';
  const taken = takers.length > 0 ? `-> ${takers.join(', ')}` : '';
  return `${event.occurred_at.toISOString()} ${event.emitter} ${event.name} ${event.event_id} ${sent}${taken}`;
};

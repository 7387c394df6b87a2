import { catalogue } from '@cartograph/events';
import type { Broken, Known } from './broken.ts';
import type { EventRow, World } from './world.ts';

const reactorsOf = new Map(catalogue.map((contract) => [contract.name, contract.reactors]));

const about = ({ order_id }: EventRow) => (order_id === null ? {} : { orderId: order_id });

/** Every event left its outbox and is in the inbox of everybody the catalogue promises it to. */
export const eventsLost = ({ events, inboxes }: World): Broken[] =>
  events.flatMap((event) => {
    const told = `${event.name} ${event.event_id} of ${event.emitter}`;
    const lost = (what: string): Broken => ({ invariant: 'event lost', what: `${told} ${what}`, ...about(event) });
    if (event.parked_at !== null) return [lost('was parked')];
    if (event.sent_at === null) return [lost('was never sent')];
    return (reactorsOf.get(event.name) ?? [])
      .filter((reactor) => !inboxes.get(reactor)?.has(event.event_id))
      .map((reactor) => lost(`never reached ${reactor}`));
  });

/** Nobody heard of something that never was: an event that was taken in stands in the outbox of its emitter. */
export const eventsWithoutChange = ({ events, inboxes }: World): Broken[] => {
  const known = new Set(events.map((event) => event.event_id));
  return [...inboxes].flatMap(([subgraph, inbox]) =>
    [...inbox]
      .filter(([eventId]) => !known.has(eventId))
      .map(([eventId, name]) => ({
        invariant: 'event without its change' as const,
        what: `${subgraph} took in ${name} ${eventId}, which is in no outbox`,
      })),
  );
};

/** No event led twice to the same one, and nothing of an order's saga was said twice. */
export const eventsDoubled = ({ events }: World): Broken[] => {
  const causes = twice(events, (event) => event.causation_id && [event.causation_id, event.name, event.aggregate_id]);
  const steps = twice(events, (event) => event.order_id && [event.order_id, event.name]);
  return [
    ...causes.map((event) => doubled(event, `the event ${event.causation_id} led twice to ${event.name}`)),
    ...steps.map((event) => doubled(event, `${event.name} was said twice`)),
  ];
};

const doubled = (event: EventRow, what: string): Broken => ({ invariant: 'effect doubled', what, ...about(event) });

const twice = (events: readonly EventRow[], keyOf: (event: EventRow) => readonly string[] | string | null) => {
  const seen = new Set<string>();
  return events.filter((event) => {
    const key = keyOf(event);
    if (!key) return false;
    const text = JSON.stringify(key);
    if (seen.has(text)) return true;
    seen.add(text);
    return false;
  });
};

/** The queues are empty, and the dead letters are the planted poison and nothing else. */
export const queuesNotQuiet = ({ queueDepths, deadLetters }: World, { poison = [] }: Known): Broken[] => {
  const full = [...queueDepths].filter(([, depth]) => depth > 0);
  const dead = deadLetters.filter(({ body }) => !poison.includes(body));
  const missing = poison.filter((body) => !deadLetters.some((letter) => letter.body === body));
  return [
    ...full.map(([name, depth]) => ({ invariant: 'not quiet' as const, what: `${depth} messages wait in ${name}` })),
    ...dead.map(({ queueName, reason, body }) => ({
      invariant: 'event not accepted' as const,
      what: `a dead letter of ${queueName} (${reason}): ${body}`,
    })),
    ...missing.map((body) => ({ invariant: 'not quiet' as const, what: `poison is no dead letter yet: ${body}` })),
  ];
};

import { withDatabases } from '../databases.ts';
import type { Command } from '../terminal/command.ts';
import { WrongUse } from '../terminal/complaints.ts';
import { duration } from '../terminal/duration.ts';
import type { ChainEvent } from '../trace/chain-event.ts';
import { chainText, missingReactors } from '../trace/chain-text.ts';
import { type ChainNode, treesOf } from '../trace/chain-tree.ts';
import { readChain } from '../trace/read-chain.ts';

/** `events trace`: all that an order led to, as a tree. */
export const trace: Command = {
  summary: 'the whole chain of an order as a tree: event, cause, who took it in, how long it took',
  help: `Usage: pnpm events trace ORDER [--json]

  ORDER   the id of an order, e.g. order_01jd8q3v9kf7ztm5w2c4x6y8za; the id of a payment or a product works as well

Each event stands below the event that caused it, with the time between the two, and who took it in how long after it
happened. Read from the outboxes and inboxes; nothing is changed. Outboxes forget sent events after OUTBOX_KEEP_DAYS (7).
Times are by each database's own clock.
`,
  options: {},
  run: async ({ eventPath, positionals, say, tell }) => {
    const [orderId, ...more] = positionals;
    if (orderId === undefined || more.length > 0) throw new WrongUse('trace takes the id of one order.');
    const events = await withDatabases(eventPath, (databases) => readChain(databases, orderId));
    const roots = treesOf(events);
    const tookMs = spanOf(events);
    tell({ orderId, events: events.length, tookMs, roots: roots.map(jsonOf) });
    if (events.length === 0) {
      return say(
        `No event tells of ${orderId}. Outboxes forget sent events after OUTBOX_KEEP_DAYS (7): is it older, or the id mistyped?`,
      );
    }
    say(`${chainText(roots)}\n\n${events.length} events, ${duration(tookMs)} from the first to the last.`);
  },
};

const spanOf = (events: readonly ChainEvent[]): number => {
  const times = events.map(({ occurredAt }) => occurredAt.getTime());
  return times.length === 0 ? 0 : Math.max(...times) - Math.min(...times);
};

/** A node as --json shows it: times as ISO 8601, durations in milliseconds. */
type ChainJson = { readonly [key: string]: unknown; readonly followers: readonly ChainJson[] };

const jsonOf = ({ event, cause, followers }: ChainNode): ChainJson => ({
  ...event,
  afterMs: cause ? event.occurredAt.getTime() - cause.occurredAt.getTime() : null,
  intakes: event.intakes.map(({ subgraph, takenAt }) => ({
    subgraph,
    takenAt,
    afterMs: takenAt.getTime() - event.occurredAt.getTime(),
  })),
  notTakenInBy: missingReactors(event),
  followers: followers.map(jsonOf),
});

import type { SubgraphName } from '@cartograph/events';
import type { OutboxStatus } from '@cartograph/outbox';
import { duration } from '../terminal/duration.ts';
import { plainText } from '../terminal/plain-text.ts';
import { table } from '../terminal/table.ts';
import type { PendingOrders } from './read-pending-orders.ts';
import type { QueueStatus } from './read-queues.ts';

export type EventPathStatus = {
  readonly databases: readonly (OutboxStatus & { readonly subgraph: SubgraphName })[];
  readonly queues: readonly QueueStatus[];
  readonly pendingOrders: PendingOrders;
};

/** The status as tables, with a sentence for each thing that a person must look at. */
export const statusText = ({ databases, queues, pendingOrders }: EventPathStatus): string =>
  [
    table(databases.map(databaseRow)),
    '',
    table(queues.map(queueRow)),
    '',
    pendingText(pendingOrders),
    ...databases.flatMap(parkedText),
    ...queues
      .filter(({ deadLetters }) => deadLetters > 0)
      .map(
        ({ subgraph }) =>
          `Dead letters of ${subgraph}: look at them with "pnpm events dlq list --subgraph ${subgraph}".`,
      ),
  ].join('\n');

const databaseRow = ({
  subgraph,
  unsent,
  oldestUnsentSeconds,
  parked,
  inbox,
}: EventPathStatus['databases'][number]) => ({
  outbox: subgraph,
  unsent,
  'oldest unsent': oldestUnsentSeconds === null ? '-' : duration(oldestUnsentSeconds * 1_000),
  parked,
  'inbox rows': inbox.isEstimate ? `about ${inbox.rows.toLocaleString('en-GB')}` : inbox.rows,
  'inbox size': bytesText(inbox.bytes),
});

const queueRow = ({ subgraph, visible, inFlight, deadLetters }: QueueStatus) => ({
  queue: subgraph,
  visible,
  'in flight': inFlight,
  'dead letters': deadLetters,
});

const pendingText = ({ count, oldest }: PendingOrders): string =>
  oldest === null
    ? 'No order is PENDING.'
    : `${count} PENDING, the oldest for ${duration(oldest.ageSeconds * 1_000)}: pnpm events trace ${oldest.orderId}`;

const parkedText = ({ subgraph, parkedEvents }: EventPathStatus['databases'][number]): string[] =>
  parkedEvents.map(
    ({ eventId, name, lastError }) =>
      `Parked in ${subgraph}: ${plainText(`${name} ${eventId}: ${lastError}`)} (pnpm events parked --help)`,
  );

const bytesText = (bytes: number): string =>
  bytes < 1_048_576 ? `${Math.ceil(bytes / 1_024)} KiB` : `${(bytes / 1_048_576).toFixed(1)} MiB`;

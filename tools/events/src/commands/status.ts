import { readOutboxStatus } from '@cartograph/outbox';
import { withSqs } from '../clients.ts';
import { withDatabases } from '../databases.ts';
import { readPendingOrders } from '../status/read-pending-orders.ts';
import { readQueues } from '../status/read-queues.ts';
import { statusText } from '../status/status-text.ts';
import type { Command } from '../terminal/command.ts';

/** `events status`: how everything stands that an event passes on its way. */
export const status: Command = {
  summary: 'how outboxes, queues, dead letters, inboxes and pending orders stand',
  help: `Usage: pnpm events status [--json]

Outboxes: events that are still to be sent, how long the oldest has waited, and those that the bus refused for good (parked).
Inboxes: events that were taken in and are remembered, so that a duplicate changes nothing.
Queues: what may be received now, what is in hand or waits to come again, and the dead letters. SQS counts approximately.
Orders: how many are PENDING, and the oldest of them: the age of the oldest saga.
`,
  options: {},
  run: async ({ eventPath, say, tell }) => {
    const queueUrls = eventPath.queues();
    const [[databases, pendingOrders], queues] = await Promise.all([
      withDatabases(eventPath, ({ pools, ofEach }) =>
        Promise.all([
          ofEach(async (pool, subgraph) => ({ subgraph, ...(await readOutboxStatus(pool)) })),
          readPendingOrders(pools.order),
        ]),
      ),
      withSqs(eventPath.cloud(), (sqs) => readQueues(sqs, queueUrls)),
    ]);
    const found = { databases, queues, pendingOrders };
    tell(found);
    say(statusText(found));
  },
};

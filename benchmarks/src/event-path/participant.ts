import { catalogue, contractOf, queueRoutes, type SubgraphName } from '@cartograph/events';
import {
  appendEvent,
  createUnitOfWork,
  done,
  pgTransactions,
  type Reactions,
  startWayIn,
  startWayOut,
  systemCause,
  transactionTimeoutMs,
} from '@cartograph/outbox';
import { createLogger } from '@cartograph/telemetry';
import pg from 'pg';
import type { Answer, Assignment, Call, Calls, Moment } from './calls.ts';

/**
 * A subgraph of which only the event path is left: the real outbox, relay and consumer on its real database, and
 * reactions that do nothing but be noted. Started by `startParticipant`, spoken to over IPC.
 */

/** What each subgraph says in the benchmark: an event with one reactor where it has one. */
const saidBy: Readonly<Record<SubgraphName, string>> = {
  product: 'StockReserved',
  order: 'OrderConfirmed',
  payment: 'PaymentAuthorized',
  user: 'UserRegistered',
};

/** Transactions at once: as many as a subgraph's pool allows besides its consumer. */
const atOnce = 8;
const tickMs = 10;

const assignment = JSON.parse(process.argv[2] ?? '{}') as Assignment;
const { subgraph, databaseUrl, eventBridgeUrl, sqsUrl } = assignment;
const logger = createLogger({ service: subgraph, level: 'error' });
const now = (): number => performance.timeOrigin + performance.now();

const pool = new pg.Pool({
  connectionString: databaseUrl,
  max: 10,
  pipeline: true,
  statement_timeout: transactionTimeoutMs,
});
const route = queueRoutes().find((one) => one.subgraph === subgraph);
const config = {
  AWS_REGION: 'eu-central-1',
  AWS_ENDPOINT_URL_EVENTBRIDGE: eventBridgeUrl,
  AWS_ENDPOINT_URL_SQS: sqsUrl,
  EVENT_BUS_NAME: 'cartograph',
  EVENT_QUEUE_URL: `${sqsUrl}/000000000000/${route?.queueName}`,
  EVENT_DEAD_LETTER_QUEUE_URL: `${sqsUrl}/000000000000/${route?.deadLetterQueueName}`,
};

let wayOut: ReturnType<typeof startWayOut> | undefined;
let wayIn: { stop: () => Promise<void> } | undefined;
const unitOfWork = createUnitOfWork({ transactions: pgTransactions(pool), onCommitted: () => wayOut?.wake() });
const committed: Moment[] = [];
const reacted: Moment[] = [];

const appendOne = async (): Promise<void> => {
  const name = saidBy[subgraph] as 'StockReserved';
  const aggregateId = `${subgraph}_${committed.length}_${Math.random().toString(36).slice(2)}`;
  const data = contractOf(name)?.example as never;
  await unitOfWork(systemCause('a-benchmark'), (tx) =>
    appendEvent(tx, { name, aggregateId, aggregateVersion: 1, data }),
  );
  committed.push([aggregateId, now()]);
};

const noted = async (_: unknown, event: { aggregateId: string }) => {
  reacted.push([event.aggregateId, now()]);
  return done;
};
const heard = catalogue.filter((contract) => contract.reactors.includes(subgraph));
const reactions = Object.fromEntries(heard.map(({ name }) => [name, noted])) as unknown as Reactions<'order'>;

const calls: Calls = {
  startWayOut: async () => {
    wayOut = startWayOut({ config, pool, logger });
  },
  stopWayOut: async () => {
    await wayOut?.stop();
    wayOut = undefined;
  },
  startWayIn: async () => {
    if (route) wayIn = startWayIn<'order'>({ config, reactions, unitOfWork, logger });
  },
  append: async (count) => {
    let left = count;
    const lane = async () => {
      while (left-- > 0) await appendOne();
    };
    await Promise.all(Array.from({ length: atOnce }, lane));
  },
  appendAtPace: async (perSecond, seconds) => {
    const begin = now();
    const all: Promise<void>[] = [];
    while (all.length < perSecond * seconds) {
      const due = Math.min(perSecond * seconds, Math.floor(((now() - begin) / 1_000) * perSecond) + 1);
      while (all.length < due) all.push(appendOne());
      await new Promise((resolve) => setTimeout(resolve, tickMs));
    }
    await Promise.all(all);
  },
  unsent: async () => {
    const { rows } = await pool.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM outbox_event WHERE sent_at IS NULL',
    );
    return rows[0]?.count ?? 0;
  },
  taken: async () => reacted.length,
  moments: async () => ({ committed, reacted }),
  forget: async () => {
    committed.length = 0;
    reacted.length = 0;
  },
  stop: async () => {
    await wayIn?.stop();
    await wayOut?.stop();
    await pool.end();
  },
};

process.on('message', ({ id, name, args }: Call) => {
  const call = calls[name] as (...given: unknown[]) => Promise<unknown>;
  const reply = (answer: Answer) => process.send?.(answer);
  call(...args).then(
    (result) => reply({ id, result }),
    (error: unknown) => reply({ id, error: String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
process.send?.({ id: 0 } satisfies Answer);

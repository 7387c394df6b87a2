import type { DatabaseSync } from 'node:sqlite';
import { ruleArn } from './arn.ts';
import { inTransaction, isForgettable } from './open-store.ts';
import type { RoutedTarget } from './registry.ts';

/** An accepted event: the JSON that targets get, when it happened (Unix, ms), and who gets it. */
export type AcceptedEvent = {
  bus: string;
  body: string;
  happenedAt: number;
  targets: RoutedTarget[];
  archiveIds: number[];
};

/** How a delivery goes on when the queue does not take it; fixed when the event is accepted, as the rule may go. */
export type DeliveryRoute = {
  ruleArn?: string;
  deadLetterArn?: string;
  messageGroupId?: string;
  maxRetries: number;
  /** Unix time in milliseconds after which the delivery is given up. */
  expiresAt: number;
};

export type Delivery = {
  seq: number;
  queueArn: string;
  body: string;
  attempts: number;
  notBefore: number;
  route: DeliveryRoute;
  /** Why it was given up: set on a delivery that is on its way to the dead letters. */
  failure?: Failure;
};
export type Failure = {
  code: string;
  message: string;
  attempts: number;
  targetArn: string;
  ruleArn?: string;
  /** Which limit of the retry policy ended it; absent when the queue refused it for good. */
  exhausted?: 'MaximumRetryAttempts' | 'MaximumEventAgeInSeconds';
};

export type DeliveryQueue = {
  /** Commits all events, their deliveries and what is done beside in one transaction. Returns the queues with news. */
  accept(events: AcceptedEvent[], beside?: () => void): Set<string>;
  /** The oldest deliveries for a queue, in the order of acceptance. */
  oldest(queueArn: string, limit: number): Delivery[];
  /** Every queue that something waits for. */
  waitingQueues(): string[];
  /** Records in one transaction how an attempt went. */
  settle(outcome: Outcome): void;
};

export type Outcome = {
  delivered: number[];
  retried: { seq: number; notBefore: number }[];
  deadLettered: { seq: number; deadLetterArn: string; failure: Failure }[];
  dropped: number[];
};

// What EventBridge itself takes when a target says nothing.
const defaultRetries = 185;
const defaultAgeSeconds = 86_400;

type Row = {
  seq: number;
  queue_arn: string;
  body: string;
  attempts: number;
  not_before: number;
  route: string;
  failure: string | null;
};

/** The events that still have to reach a queue, in the store. */
export function createDeliveryQueue(database: DatabaseSync, region: string): DeliveryQueue {
  const statements = prepareStatements(database);

  function insert({ bus, body, happenedAt, targets, archiveIds }: AcceptedEvent, touched: Set<string>): void {
    if (targets.length === 0 && archiveIds.length === 0) return;
    const now = Date.now();
    const eventSeq = statements.keep.run(bus, now, body).lastInsertRowid;
    for (const id of archiveIds) statements.archive.run(id, happenedAt, eventSeq, Buffer.byteLength(body));
    for (const { rule, target } of targets) {
      const route = { ruleArn: ruleArn(region, bus, rule), ...routeOf(target, now) };
      statements.deliver.run(eventSeq, target.Arn, JSON.stringify(route));
      touched.add(target.Arn);
    }
  }

  return {
    accept: (events, beside) =>
      inTransaction(database, () => {
        const touched = new Set<string>();
        for (const event of events) insert(event, touched);
        beside?.();
        return touched;
      }),
    oldest: (queueArn, limit) => (statements.oldest.all(queueArn, limit) as Row[]).map(toDelivery),
    waitingQueues: () => (statements.waiting.all() as { queue_arn: string }[]).map((row) => row.queue_arn),
    settle: ({ delivered, retried, deadLettered, dropped }) =>
      inTransaction(database, () => {
        for (const seq of [...delivered, ...dropped]) {
          const { event_seq: eventSeq } = statements.remove.get(seq) as { event_seq: number };
          statements.forget.run(eventSeq);
        }
        for (const { seq, notBefore } of retried) statements.retry.run(notBefore, seq);
        for (const { seq, deadLetterArn, failure } of deadLettered) {
          statements.redirect.run(deadLetterArn, deadLetterRoute, JSON.stringify(failure), seq);
        }
      }),
  };
}

// Nothing comes after the dead letters: they are tried until they are taken.
const deadLetterRoute = JSON.stringify({ maxRetries: Number.MAX_SAFE_INTEGER, expiresAt: Number.MAX_SAFE_INTEGER });

const prepareStatements = (database: DatabaseSync) => ({
  keep: database.prepare('INSERT INTO events (bus, accepted_at, body) VALUES (?, ?, ?)'),
  archive: database.prepare('INSERT INTO archived_events VALUES (?, ?, ?, ?)'),
  deliver: database.prepare('INSERT INTO deliveries (event_seq, queue_arn, route) VALUES (?, ?, ?)'),
  oldest: database.prepare(
    `SELECT d.seq, d.queue_arn, e.body, d.attempts, d.not_before, d.route, d.failure
     FROM deliveries d JOIN events e ON e.seq = d.event_seq WHERE d.queue_arn = ? ORDER BY d.seq LIMIT ?`,
  ),
  waiting: database.prepare('SELECT DISTINCT queue_arn FROM deliveries'),
  remove: database.prepare('DELETE FROM deliveries WHERE seq = ? RETURNING event_seq'),
  forget: database.prepare(`DELETE FROM events WHERE seq = ? AND ${isForgettable}`),
  retry: database.prepare('UPDATE deliveries SET attempts = attempts + 1, not_before = ? WHERE seq = ?'),
  redirect: database.prepare(
    'UPDATE deliveries SET queue_arn = ?, route = ?, failure = ?, attempts = 0, not_before = 0 WHERE seq = ?',
  ),
});

function routeOf({ DeadLetterConfig, RetryPolicy, SqsParameters }: RoutedTarget['target'], now: number): DeliveryRoute {
  return {
    ...(DeadLetterConfig?.Arn === undefined ? {} : { deadLetterArn: DeadLetterConfig.Arn }),
    ...(SqsParameters?.MessageGroupId === undefined ? {} : { messageGroupId: SqsParameters.MessageGroupId }),
    maxRetries: RetryPolicy?.MaximumRetryAttempts ?? defaultRetries,
    expiresAt: now + (RetryPolicy?.MaximumEventAgeInSeconds ?? defaultAgeSeconds) * 1_000,
  };
}

const toDelivery = (row: Row): Delivery => ({
  seq: row.seq,
  queueArn: row.queue_arn,
  body: row.body,
  attempts: row.attempts,
  notBefore: row.not_before,
  route: JSON.parse(row.route) as DeliveryRoute,
  ...(row.failure === null ? {} : { failure: JSON.parse(row.failure) as Failure }),
});

import { catalogue, consumerRoutes, queueRoutes } from '@cartograph/events';
import { idFromUuid } from '@cartograph/ids';
import type { Supergraph } from '@cartograph/testing';
import { type Charge, providerLedger, rowsOf } from '../../support/ledgers.ts';
import { openQueues } from '../../support/queues.ts';

export type OrderRow = {
  id: string;
  status: string;
  payment_status: string;
  awaiting: string;
  currency: string;
  total_minor: string;
  correlation_id: string;
};
export type LineRow = { order_id: string; sku: string; quantity: number; total_minor: string };
export type PaymentRow = {
  id: string;
  order_id: string;
  status: string;
  currency: string;
  amount_minor: string;
  authorized_minor: string;
  captured_minor: string;
  refunded_minor: string;
  pending_attempts: number;
};
export type TransactionRow = {
  id: string;
  payment_id: string;
  order_id: string;
  kind: string;
  status: string;
  amount_minor: string;
};
export type LedgerRow = {
  transaction_id: string;
  order_id: string;
  side: string;
  amount_minor: string;
  currency: string;
};
export type StockRow = { sku: string; on_hand: number; reserved: number; available: number };
export type ReservationRow = { order_id: string; status: string };
export type EventRow = {
  emitter: string;
  event_id: string;
  name: string;
  aggregate_id: string;
  correlation_id: string;
  causation_id: string | null;
  order_id: string | null;
  occurred_at: Date;
  sent_at: Date | null;
  parked_at: Date | null;
};
export type DeadLetter = { queueName: string; reason: string; body: string };

/** All that is true at one moment in four databases, in the queues, and on the provider's own books. */
export type World = {
  readonly orders: readonly OrderRow[];
  readonly lines: readonly LineRow[];
  readonly payments: readonly PaymentRow[];
  readonly transactions: readonly TransactionRow[];
  readonly ledger: readonly LedgerRow[];
  readonly stock: readonly StockRow[];
  readonly reservations: readonly ReservationRow[];
  readonly events: readonly EventRow[];
  /** By subgraph: the ids and names of the events it has taken in. */
  readonly inboxes: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly queueDepths: ReadonlyMap<string, number>;
  readonly deadLetters: readonly DeadLetter[];
  readonly charges: readonly Charge[];
};

/** Reads the whole world; order ids are those of the graph. */
export const readWorld = async (supergraph: Supergraph): Promise<World> => {
  const [order, payment, product] = await Promise.all([
    readOrders(supergraph),
    readPayments(supergraph),
    readStock(supergraph),
  ]);
  const [events, queues, charges] = await Promise.all([
    readEvents(supergraph),
    readQueues(supergraph),
    providerLedger(supergraph),
  ]);
  return { ...order, ...payment, ...product, ...events, ...queues, charges };
};

const withOrderId = <Row extends { order_id: string }>(rows: readonly Row[]): Row[] =>
  rows.map((row) => ({ ...row, order_id: idFromUuid('order', row.order_id) }));

const readOrders = async (supergraph: Supergraph) => {
  const orders = await rowsOf<OrderRow>(
    supergraph,
    'order',
    'SELECT id, status, payment_status, awaiting, currency, total_minor, correlation_id FROM orders',
  );
  const lines = await rowsOf<LineRow>(
    supergraph,
    'order',
    'SELECT order_id, sku, quantity, total_minor FROM order_line',
  );
  return {
    orders: orders.map((row) => ({ ...row, id: idFromUuid('order', row.id) })),
    lines: withOrderId(lines),
  };
};

const readPayments = async (supergraph: Supergraph) => {
  const read = <Row extends { order_id: string; [column: string]: unknown }>(sql: string) =>
    rowsOf<Row>(supergraph, 'payment', sql).then(withOrderId);
  return {
    payments: await read<PaymentRow>(
      `SELECT id, order_id, status, currency, amount_minor, authorized_minor, captured_minor, refunded_minor,
         (SELECT count(*)::int FROM payment_attempt a WHERE a.payment_id = p.id AND a.status = 'PENDING') AS pending_attempts
       FROM payment p`,
    ),
    transactions: await read<TransactionRow>(
      `SELECT t.id, t.payment_id, p.order_id, t.kind, t.status, t.amount_minor
       FROM payment_transaction t JOIN payment p ON p.id = t.payment_id`,
    ),
    ledger: await read<LedgerRow>(
      `SELECT l.transaction_id, p.order_id, l.side, l.amount_minor, l.currency
       FROM ledger_entry l JOIN payment_transaction t ON t.id = l.transaction_id JOIN payment p ON p.id = t.payment_id`,
    ),
  };
};

const readStock = async (supergraph: Supergraph) => ({
  stock: await rowsOf<StockRow>(
    supergraph,
    'product',
    'SELECT v.sku, l.on_hand, l.reserved, l.available FROM stock_level l JOIN product_variant v ON v.id = l.variant_id',
  ),
  reservations: withOrderId(
    await rowsOf<ReservationRow>(supergraph, 'product', 'SELECT order_id, status FROM stock_reservation'),
  ),
});

const readEvents = async (supergraph: Supergraph) => {
  const emitters = [...new Set(catalogue.map((contract) => contract.emitter))];
  const outboxes = emitters.map(async (emitter) => {
    const rows = await rowsOf<Omit<EventRow, 'emitter'>>(
      supergraph,
      emitter,
      `SELECT event_id, name, aggregate_id, correlation_id, causation_id, data->>'orderId' AS order_id, occurred_at,
         sent_at, parked_at FROM outbox_event ORDER BY position`,
    );
    return rows.map((row) => ({ ...row, emitter }));
  });
  const inboxes = queueRoutes().map(async ({ subgraph }) => {
    const rows = await rowsOf<{ event_id: string; name: string }>(
      supergraph,
      subgraph,
      'SELECT event_id, name FROM inbox_event',
    );
    return [subgraph, new Map(rows.map((row) => [row.event_id, row.name]))] as const;
  });
  return { events: (await Promise.all(outboxes)).flat(), inboxes: new Map(await Promise.all(inboxes)) };
};

const readQueues = async (supergraph: Supergraph) => {
  const queues = openQueues(supergraph);
  try {
    const queueDepths = new Map<string, number>();
    const deadLetters: DeadLetter[] = [];
    for (const { queueName, deadLetterQueueName } of consumerRoutes()) {
      queueDepths.set(queueName, await queues.depth(queueName));
      for (const { Body = '', MessageAttributes } of await queues.peek(deadLetterQueueName)) {
        deadLetters.push({
          queueName,
          reason: MessageAttributes?.reason?.StringValue ?? 'received too often',
          body: Body,
        });
      }
    }
    return { queueDepths, deadLetters };
  } finally {
    queues.close();
  }
};

import type { Supergraph } from '@cartograph/testing';
import pg from 'pg';
import type { Invariant } from '../checker/broken.ts';
import type { Plant } from './plant.ts';

type RowPlant = { name: string; breaks: Invariant; subgraph: string; table: string; sql: string };

const one = (table: string, where: string): string =>
  `ctid = (SELECT ctid FROM ${table} WHERE ${where} ORDER BY ctid LIMIT 1)`;

const planned: readonly RowPlant[] = [
  {
    name: 'an event that its reactor never took in',
    breaks: 'event lost',
    subgraph: 'product',
    table: 'inbox_event',
    sql: `DELETE FROM inbox_event WHERE ${one('inbox_event', `name = 'OrderConfirmed'`)}`,
  },
  {
    name: 'an event that never left its outbox',
    breaks: 'event lost',
    subgraph: 'order',
    table: 'outbox_event',
    sql: `UPDATE outbox_event SET sent_at = NULL, parked_at = now() WHERE ${one('outbox_event', `name = 'OrderConfirmed'`)}`,
  },
  {
    name: 'an event that left although its change was rolled back',
    breaks: 'event without its change',
    subgraph: 'product',
    table: 'outbox_event',
    sql: `DELETE FROM outbox_event WHERE ${one('outbox_event', `name = 'StockReserved'`)}`,
  },
  {
    name: 'a reaction that ran twice, as without an inbox',
    breaks: 'effect doubled',
    subgraph: 'product',
    table: 'outbox_event',
    sql: `INSERT INTO outbox_event (event_id, name, schema_version, aggregate_id, aggregate_version, correlation_id,
            causation_id, actor, data, occurred_at, sent_at)
          SELECT gen_random_uuid(), name, schema_version, aggregate_id, aggregate_version + 1, correlation_id,
            causation_id, actor, data, occurred_at, sent_at
          FROM outbox_event WHERE ${one('outbox_event', `name = 'StockReserved'`)}`,
  },
  {
    name: 'stock that left twice',
    breaks: 'effect doubled',
    subgraph: 'product',
    table: 'stock_level',
    sql: 'UPDATE stock_level SET on_hand = on_hand - 1, available = available - 1',
  },
  {
    name: 'stock that was sold and is still for sale',
    breaks: 'oversold',
    subgraph: 'product',
    table: 'stock_level',
    sql: 'UPDATE stock_level SET on_hand = on_hand + 1, available = available + 1',
  },
  {
    name: 'stock held for an order that is over',
    breaks: 'stock left held',
    subgraph: 'product',
    table: 'stock_level',
    sql: 'UPDATE stock_level SET reserved = 1, available = available - 1',
  },
  {
    name: 'an order that disappeared',
    breaks: 'order lost',
    subgraph: 'order',
    table: 'orders',
    sql: `DELETE FROM orders WHERE ${one('orders', 'true')}`,
  },
  {
    name: 'an order that is left pending',
    breaks: 'order left pending',
    subgraph: 'order',
    table: 'orders',
    sql: `UPDATE orders SET status = 'PENDING', awaiting = 'PAYMENT', pending_until = now() + interval '1 hour'
          WHERE ${one('orders', `status = 'CONFIRMED'`)}`,
  },
  {
    name: 'money kept for an order that was rejected',
    breaks: 'payment without order',
    subgraph: 'order',
    table: 'orders',
    sql: `UPDATE orders SET status = 'REJECTED', rejection = '{"reason":"TIMED_OUT"}', ended_at = now()
          WHERE ${one('orders', `status = 'CONFIRMED'`)}`,
  },
  {
    name: 'a confirmed order that nobody paid',
    breaks: 'order without payment',
    subgraph: 'order',
    table: 'orders',
    sql: `UPDATE orders SET status = 'CONFIRMED', payment_status = 'PAID', rejection = NULL, ended_at = NULL
          WHERE ${one('orders', `status = 'REJECTED'`)}`,
  },
  {
    name: 'a total that is not the sum of its lines',
    breaks: 'totals off',
    subgraph: 'order',
    table: 'orders',
    sql: `UPDATE orders SET total_minor = total_minor + 1 WHERE ${one('orders', `status = 'REJECTED'`)}`,
  },
  {
    name: 'a ledger entry that was changed',
    breaks: 'ledger off',
    subgraph: 'payment',
    table: 'ledger_entry',
    sql: `UPDATE ledger_entry SET amount_minor = amount_minor + 1 WHERE ${one('ledger_entry', 'true')}`,
  },
];

/** Faults in rows. They are planted as the superuser and past all triggers, which would refuse some of them. */
export const rowPlants: readonly Plant[] = planned.map(({ name, breaks, subgraph, table, sql }) => ({
  name,
  breaks,
  plant: async (supergraph) => {
    const changed = await inDatabase(supergraph, subgraph, async (client) => {
      await client.query(`CREATE TABLE rows_before AS TABLE ${table}`);
      return (await client.query(sql)).rowCount;
    });
    if (changed === 0) throw new Error(`nothing to plant: ${name}`);
    return async () => {
      await inDatabase(supergraph, subgraph, async (client) => {
        await client.query(`DELETE FROM ${table}`);
        await client.query(`INSERT INTO ${table} SELECT * FROM rows_before`);
        await client.query('DROP TABLE rows_before');
      });
    };
  },
}));

const inDatabase = async <Result>(
  { stack }: Supergraph,
  subgraph: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> => {
  const url = new URL(stack.facts.superuserUrl);
  url.pathname = new URL(stack.facts.databaseUrls[subgraph] ?? '').pathname;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query('BEGIN; SET LOCAL session_replication_role = replica');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } finally {
    await client.end();
  }
};

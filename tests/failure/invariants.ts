import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { catalogue, queueRoutes } from '@cartograph/events';
import type { Supergraph } from '@cartograph/testing';
import { expect } from 'vitest';
import { providerLedger, rowsOf } from '../support/ledgers.ts';

type OrderRow = { id: string; status: string; payment_status: string; total_minor: string };

/** Money: who ends CONFIRMED has paid exactly once and exactly that; who does not has paid nothing and owes nothing. */
export const expectMoneyIsRight = async (
  supergraph: Supergraph,
  orderIds: ReadonlyMap<string, string>,
): Promise<void> => {
  const orders = await rowsOf<OrderRow>(
    supergraph,
    'order',
    'SELECT id, status, payment_status, total_minor FROM orders',
  );
  const charges = await providerLedger(supergraph);
  const wrong: unknown[] = [];
  for (const order of orders) {
    const graphId = orderIds.get(order.id);
    if (!graphId) continue;
    const own = charges.filter((charge) => charge.reference === graphId);
    const kept = own.reduce((total, charge) => total + BigInt(charge.capturedMinor) - BigInt(charge.refundedMinor), 0n);
    const captures = own.filter((charge) => BigInt(charge.capturedMinor) > 0n).length;
    const isLeftHanging = own.some((charge) => charge.status === 'authorized');
    const isRight =
      order.status === 'CONFIRMED'
        ? kept === BigInt(order.total_minor) && captures === 1 && order.payment_status === 'PAID'
        : (order.status === 'REJECTED' || order.status === 'CANCELLED') && kept === 0n && !isLeftHanging;
    if (!isRight) wrong.push({ order, own });
  }
  expect(wrong).toEqual([]);
};

/** Stock: what left it is what was confirmed, and nothing is held any more. */
export const expectStockIsRight = async (
  supergraph: Supergraph,
  initial: ReadonlyMap<string, number>,
): Promise<void> => {
  const sold = await rowsOf<{ sku: string; quantity: number }>(
    supergraph,
    'order',
    `SELECT l.sku, sum(l.quantity)::int AS quantity FROM order_line l JOIN orders o ON o.id = l.order_id
     WHERE o.status = 'CONFIRMED' GROUP BY l.sku`,
  );
  const levels = await rowsOf<{ sku: string; on_hand: number; reserved: number; available: number }>(
    supergraph,
    'product',
    'SELECT v.sku, l.on_hand, l.reserved, l.available FROM stock_level l JOIN product_variant v ON v.id = l.variant_id',
  );
  const soldOf = new Map(sold.map((row) => [row.sku, row.quantity]));
  for (const [sku, quantity] of initial) {
    const left = quantity - (soldOf.get(sku) ?? 0);
    expect(levels.find((level) => level.sku === sku)).toEqual({ sku, on_hand: left, reserved: 0, available: left });
  }
  expect(await rowsOf(supergraph, 'product', `SELECT order_id FROM stock_reservation WHERE status = 'HELD'`)).toEqual(
    [],
  );
};

/** Events: all were sent, and each reached the inbox of everybody the catalogue promises it to; no letter is dead. */
export const expectNoEventLost = async (supergraph: Supergraph): Promise<void> => {
  const reactorsOf = new Map(catalogue.map((contract) => [contract.name, contract.reactors]));
  const emitters = [...new Set(catalogue.map((contract) => contract.emitter))];
  const inboxes = new Map<string, Set<string>>();
  for (const { subgraph } of queueRoutes()) {
    const rows = await rowsOf<{ event_id: string }>(supergraph, subgraph, 'SELECT event_id FROM inbox_event');
    inboxes.set(subgraph, new Set(rows.map((row) => row.event_id)));
  }
  const lost: unknown[] = [];
  for (const emitter of emitters) {
    const rows = await rowsOf<{ event_id: string; name: string; sent_at: Date | null }>(
      supergraph,
      emitter,
      'SELECT event_id, name, sent_at FROM outbox_event',
    );
    for (const row of rows) {
      if (row.sent_at === null) lost.push({ ...row, why: 'never sent' });
      for (const reactor of reactorsOf.get(row.name) ?? []) {
        if (!inboxes.get(reactor)?.has(row.event_id)) lost.push({ ...row, why: `never reached ${reactor}` });
      }
    }
  }
  expect(lost).toEqual([]);
  expect(await deadLetters(supergraph)).toEqual([]);
};

const deadLetters = async (supergraph: Supergraph): Promise<unknown[]> => {
  const { sqsUrl } = supergraph.stack.facts;
  const sqs = new SQSClient({
    endpoint: sqsUrl,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    useQueueUrlAsEndpoint: false,
  });
  const found: unknown[] = [];
  for (const { deadLetterQueueName } of queueRoutes()) {
    const received = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: `${sqsUrl}/000000000000/${deadLetterQueueName}`,
        MaxNumberOfMessages: 10,
        MessageAttributeNames: ['All'],
      }),
    );
    found.push(
      ...(received.Messages ?? []).map((message) => ({
        deadLetterQueueName,
        reason: message.MessageAttributes?.reason?.StringValue,
        body: message.Body,
      })),
    );
  }
  sqs.destroy();
  return found;
};

import { newId, uuidOfId } from '@cartograph/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anEvent, movedFor } from './support/events.ts';
import { operations } from './support/operations.ts';
import { shopOf } from './support/shop.ts';
import { aViewer, type OrderGraph, startOrderGraph } from './support/start-order-graph.ts';

let graph: OrderGraph;
let shop: ReturnType<typeof shopOf>;

beforeAll(async () => {
  graph = await startOrderGraph();
  shop = shopOf(graph);
});
afterAll(() => graph.stop());

const expiresAt = '2030-01-01T00:00:00.000Z';
const reserved = (orderId: string) =>
  anEvent('StockReserved', { orderId, expiresAt, lines: [{ variantId: newId('variant'), quantity: 1 }] });
const authorized = (orderId: string, amountMinor = '1999') =>
  anEvent('PaymentAuthorized', movedFor(orderId, amountMinor), { aggregateVersion: 2 });
const captured = (orderId: string) => anEvent('PaymentCaptured', movedFor(orderId, '1999'), { aggregateVersion: 3 });
const voided = (orderId: string) => anEvent('PaymentVoided', movedFor(orderId, '1999'), { aggregateVersion: 3 });

const eventsOf = async (
  orderId: string,
): Promise<{ name: string; data: Record<string, unknown>; aggregate_version: number }[]> =>
  (
    await graph.pool.query(
      'SELECT name, data, aggregate_version FROM outbox_event WHERE aggregate_id = $1 ORDER BY position',
      [orderId],
    )
  ).rows;

const read = async (owner: Parameters<OrderGraph['ask']>[0], id: string) =>
  (await graph.ask(owner, operations.order, { id })).data.order;

describe('an order', () => {
  it('goes from placed to paid, and its timeline tells how', async () => {
    const { owner, order } = await shop.anOrder(aViewer());

    for (const event of [
      reserved(order.id),
      authorized(order.id),
      anEvent('StockCommitted', { orderId: order.id }),
      captured(order.id),
    ]) {
      expect(await graph.receive(event)).toEqual({ kind: 'taken' });
    }

    const paid = await read(owner, order.id);
    expect(paid).toMatchObject({ status: 'CONFIRMED', paymentStatus: 'PAID', version: 5 });
    expect(paid.timeline.map(({ type }: { type: string }) => type)).toEqual([
      'PLACED',
      'STOCK_RESERVED',
      'PAYMENT_REQUESTED',
      'PAYMENT_AUTHORIZED',
      'CONFIRMED',
      'STOCK_COMMITTED',
      'CAPTURE_REQUESTED',
      'PAYMENT_CAPTURED',
    ]);
    const { id: orderId, lines } = order;
    expect(await eventsOf(orderId)).toMatchObject([
      { name: 'OrderPlaced', aggregate_version: 1 },
      {
        name: 'PaymentRequested',
        aggregate_version: 2,
        data: {
          orderId,
          buyerId: owner.userId,
          amountMinor: '1999',
          currencyCode: 'EUR',
          paymentMethodToken: 'tok_approve',
        },
      },
      {
        name: 'OrderConfirmed',
        aggregate_version: 3,
        data: { orderId, lines: [{ variantId: lines[0]?.variant.id ?? '', quantity: 1 }] },
      },
      { name: 'CaptureRequested', aggregate_version: 4, data: { orderId, amountMinor: '1999', currencyCode: 'EUR' } },
    ]);
    const kept = await graph.pool.query('SELECT payment_method_token AS token FROM orders WHERE id = $1', [
      uuidOfId(order.id),
    ]);
    expect(kept.rows).toEqual([{ token: null }]);
  });

  it('is rejected with the shortages when stock is short', async () => {
    const { owner, order } = await shop.anOrder(aViewer());
    const shortages = [{ variantId: order.lines[0]?.variant.id ?? '', requested: 1, available: 0 }];

    await graph.receive(anEvent('StockRejected', { orderId: order.id, shortages }));

    expect(await read(owner, order.id)).toMatchObject({
      status: 'REJECTED',
      rejection: { __typename: 'OutOfStock', shortages },
    });
    expect((await eventsOf(order.id)).at(-1)).toMatchObject({
      name: 'OrderRejected',
      data: { reason: 'OUT_OF_STOCK' },
    });
  });

  it('is rejected with the reason when the payment is declined', async () => {
    const { owner, order } = await shop.anOrder(aViewer());
    await graph.receive(reserved(order.id));

    await graph.receive(
      anEvent('PaymentFailed', { paymentId: newId('payment'), orderId: order.id, reason: 'INSUFFICIENT_FUNDS' }),
    );

    expect(await read(owner, order.id)).toMatchObject({
      status: 'REJECTED',
      rejection: { __typename: 'PaymentDeclined', reason: 'INSUFFICIENT_FUNDS' },
    });
    expect((await eventsOf(order.id)).at(-1)).toMatchObject({
      name: 'OrderRejected',
      data: { reason: 'PAYMENT_DECLINED' },
    });
  });

  it('is cancelled when its stock is lost, and a void is noted', async () => {
    const { owner, order } = await shop.anOrder(aViewer());
    await graph.receive(reserved(order.id));
    await graph.receive(authorized(order.id));

    await graph.receive(anEvent('StockCommitFailed', { orderId: order.id, shortages: [] }));
    await graph.receive(voided(order.id));

    expect(await read(owner, order.id)).toMatchObject({
      status: 'CANCELLED',
      paymentStatus: 'NONE',
      rejection: null,
      cancellation: { reason: 'STOCK_LOST' },
    });
    expect((await eventsOf(order.id)).at(-1)).toMatchObject({ name: 'OrderCancelled', data: { reason: 'STOCK_LOST' } });
  });

  it('is cancelled when the amount cannot be captured', async () => {
    const { owner, order } = await shop.anOrder(aViewer());
    await graph.receive(reserved(order.id));
    await graph.receive(authorized(order.id));
    await graph.receive(anEvent('StockCommitted', { orderId: order.id }));

    await graph.receive(
      anEvent('PaymentCaptureFailed', { paymentId: newId('payment'), orderId: order.id, reason: 'PROVIDER_ERROR' }),
    );

    expect(await read(owner, order.id)).toMatchObject({
      status: 'CANCELLED',
      cancellation: { reason: 'CAPTURE_FAILED' },
    });
  });

  it('hears an event that is delivered 10 times at once exactly once', async () => {
    const { owner, order } = await shop.anOrder(aViewer());
    const event = reserved(order.id);

    const intakes = await Promise.all(Array.from({ length: 10 }, () => graph.receive(event)));

    expect(intakes.filter(({ kind }) => kind === 'taken')).toHaveLength(1);
    expect(intakes.filter(({ kind }) => kind === 'duplicate')).toHaveLength(9);
    expect((await eventsOf(order.id)).map(({ name }) => name)).toEqual(['OrderPlaced', 'PaymentRequested']);
    expect((await read(owner, order.id)).version).toBe(2);
  });

  it('asks for the payment once when two answers of stock with ids of their own come at once', async () => {
    const { order } = await shop.anOrder(aViewer());

    await Promise.all(Array.from({ length: 10 }, () => graph.receive(reserved(order.id))));

    expect((await eventsOf(order.id)).map(({ name }) => name)).toEqual(['OrderPlaced', 'PaymentRequested']);
  });

  it('takes an early event when it comes again', async () => {
    const { owner, order } = await shop.anOrder(aViewer());
    const event = authorized(order.id);

    expect(await graph.receive(event)).toEqual({ kind: 'early' });
    await graph.receive(reserved(order.id));
    expect(await graph.receive(event)).toEqual({ kind: 'taken' });

    expect((await read(owner, order.id)).status).toBe('CONFIRMED');
  });

  it('stays dead when an authorisation comes late, and tells nothing twice', async () => {
    const { owner, order } = await shop.anOrder(aViewer());
    await graph.receive(reserved(order.id));
    await graph.receive(
      anEvent('PaymentFailed', { paymentId: newId('payment'), orderId: order.id, reason: 'DECLINED' }),
    );
    const before = await eventsOf(order.id);

    expect(await graph.receive(authorized(order.id))).toEqual({ kind: 'taken' });

    expect(await read(owner, order.id)).toMatchObject({ status: 'REJECTED', paymentStatus: 'AUTHORIZED' });
    expect(await eventsOf(order.id)).toEqual(before);
    await graph.receive(voided(order.id));
    expect((await read(owner, order.id)).paymentStatus).toBe('NONE');
  });

  it('sends to the dead letters what contradicts it, and an event of an order nobody placed', async () => {
    const { order } = await shop.anOrder(aViewer());
    await graph.receive(reserved(order.id));

    expect(await graph.receive(anEvent('StockRejected', { orderId: order.id, shortages: [] }))).toMatchObject({
      kind: 'impossible',
    });
    expect(await graph.receive(authorized(order.id, '1'))).toMatchObject({ kind: 'impossible' });
    expect(await graph.receive(reserved(newId('order')))).toMatchObject({ kind: 'impossible' });
  });

  it('has a timeline that not even the database lets anybody rewrite', async () => {
    const { order } = await shop.anOrder(aViewer());
    await expect(graph.pool.query("UPDATE order_event SET type = 'CONFIRMED'")).rejects.toThrow('append-only');
    await expect(graph.pool.query('DELETE FROM order_event')).rejects.toThrow('append-only');
    expect((await eventsOf(order.id)).length).toBe(1);
  });
});

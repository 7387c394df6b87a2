import { newId } from '@cartograph/ids';
import { anonymous, scopesOfRoles, type Viewer } from '@cartograph/viewer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shopOf } from './support/shop.ts';
import { aGuest, aViewer, type OrderGraph, startOrderGraph } from './support/start-order-graph.ts';

const operation = `mutation ($input: CancelOrderInput!) { cancelOrder(input: $input) {
  order { id status cancellation { reason } } userErrors { code message path ... on OrderNotCancellableError { status } } } }`;
const entries = `query ($subjectId: ID, $first: Int, $after: String) { orderAuditEntries(subjectId: $subjectId, first: $first, after: $after) {
  nodes { action subjectId customerId actorId reason } pageInfo { hasNextPage endCursor } } }`;

describe('cancelling an order', () => {
  let graph: OrderGraph;
  let shop: ReturnType<typeof shopOf>;
  const support = aViewer({ scopes: scopesOfRoles(['SUPPORT']) });
  const admin = aViewer({ scopes: scopesOfRoles(['ADMIN']) });
  beforeAll(async () => {
    graph = await startOrderGraph();
    shop = shopOf(graph);
  });
  afterAll(() => graph.stop());

  const placeOrder = async (viewer: Viewer) => {
    const { owner, cart } = await shop.aCart(viewer, await shop.publish());
    const { order } = await shop.checkout(owner, shop.checkoutInput(cart));
    return order.id;
  };
  const cancel = async (viewer: Viewer, orderId: string, more: Record<string, unknown> = {}) => {
    const input = { orderId, idempotencyKey: crypto.randomUUID(), ...more };
    return (await graph.ask(viewer, operation, { input })).data.cancelOrder;
  };
  const emitted = async (orderId: string) =>
    (
      await graph.pool.query("SELECT data FROM outbox_event WHERE name = 'OrderCancelled' AND aggregate_id = $1", [
        orderId,
      ])
    ).rows;
  const entriesOf = async (subjectId: string) =>
    (await graph.ask(admin, entries, { subjectId })).data.orderAuditEntries.nodes as unknown[];

  it('is its owner’s right, needs no reason and leaves no audit entry', async () => {
    const buyer = aViewer();
    const orderId = await placeOrder(buyer);
    expect(await cancel(buyer, orderId)).toEqual({
      order: { id: orderId, status: 'CANCELLED', cancellation: { reason: 'CUSTOMER_REQUEST' } },
      userErrors: [],
    });
    expect(await emitted(orderId)).toEqual([{ data: { orderId, reason: 'CUSTOMER_REQUEST' } }]);
    expect(await entriesOf(orderId)).toEqual([]);
  });

  it('is open to a guest with the token of the order, not with that of another', async () => {
    const orderId = await placeOrder(anonymous);
    for (const stranger of [anonymous, aGuest(newId('order')), aViewer()])
      expect((await cancel(stranger, orderId)).userErrors).toMatchObject([{ code: 'ORDER_NOT_FOUND' }]);
    expect((await cancel(aGuest(orderId), orderId)).order.status).toBe('CANCELLED');
  });

  it('by staff takes a reason, and tells ADMIN who did it to whose order, and why', async () => {
    const buyer = aViewer();
    const orderId = await placeOrder(buyer);
    for (const reason of [undefined, '  ', 'no', 'x'.repeat(501), 'a\u0000bc'])
      expect((await cancel(support, orderId, { reason })).userErrors).toMatchObject([
        { code: 'INVALID_INPUT', path: ['input', 'reason'] },
      ]);
    const done = await cancel(support, orderId, { reason: ' asked for by phone ' });
    expect(done.order).toMatchObject({ status: 'CANCELLED', cancellation: { reason: 'STAFF_REQUEST' } });
    expect(await entriesOf(orderId)).toEqual([
      {
        action: 'CANCEL_ORDER',
        subjectId: orderId,
        customerId: buyer.userId,
        actorId: support.userId,
        reason: 'asked for by phone',
      },
    ]);
  });

  it('is done once for one key, also when it is sent twice at once', async () => {
    const orderId = await placeOrder(aViewer());
    const same = { reason: 'sent twice', idempotencyKey: 'twice' };
    const [one, other] = await Promise.all([cancel(support, orderId, same), cancel(support, orderId, same)]);
    expect(other).toEqual(one);
    expect(await entriesOf(orderId)).toHaveLength(1);
    expect(await emitted(orderId)).toHaveLength(1);
    const reused = await cancel(support, orderId, { ...same, reason: 'something else' });
    expect(reused.userErrors).toMatchObject([{ code: 'IDEMPOTENCY_KEY_REUSED' }]);
  });

  it('is refused for what has ended, and for another version; neither leaves an entry', async () => {
    const orderId = await placeOrder(aViewer());
    const stale = await cancel(support, orderId, { reason: 'too late', expectedVersion: 99 });
    expect(stale.userErrors).toMatchObject([{ code: 'VERSION_CONFLICT' }]);
    await cancel(support, orderId, { reason: 'the first' });
    const again = await cancel(support, orderId, { reason: 'the second' });
    expect(again.userErrors).toMatchObject([{ code: 'ORDER_NOT_CANCELLABLE', status: 'CANCELLED' }]);
    expect(await entriesOf(orderId)).toHaveLength(1);
  });

  it('keeps its entries from everybody but who has the scope, and from every change', async () => {
    for (const viewer of [anonymous, aViewer(), support]) {
      const answer = await graph.ask(viewer, entries);
      expect(answer.data).toEqual({ orderAuditEntries: null });
      expect(answer.errors?.[0]?.extensions?.code).toBe(viewer === anonymous ? 'UNAUTHENTICATED' : 'FORBIDDEN');
    }
    await expect(graph.pool.query("UPDATE audit_entry SET reason = 'nothing'")).rejects.toThrow(/append-only/);
    await expect(graph.pool.query('DELETE FROM audit_entry')).rejects.toThrow(/append-only/);
  });

  it('pages through its entries, newest first', async () => {
    const [older, newer] = [await placeOrder(aViewer()), await placeOrder(aViewer())];
    for (const orderId of [older, newer]) await cancel(support, orderId, { reason: 'to be paged' });
    const page = async (after?: string) =>
      (await graph.ask(admin, entries, { first: 1, after })).data.orderAuditEntries;
    const first = await page();
    expect(first.nodes).toMatchObject([{ subjectId: newer }]);
    expect((await page(first.pageInfo.endCursor)).nodes).toMatchObject([{ subjectId: older }]);
    expect((await graph.ask(admin, entries, { after: 'nonsense' })).errors?.[0]?.extensions?.code).toBe(
      'BAD_USER_INPUT',
    );
  });
});

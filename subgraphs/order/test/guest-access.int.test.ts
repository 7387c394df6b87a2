import { newId } from '@cartograph/ids';
import { anonymous, scopesOfRoles, type Viewer } from '@cartograph/viewer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations } from './support/operations.ts';
import { shopOf } from './support/shop.ts';
import { aGuest, aViewer, type OrderGraph, startOrderGraph } from './support/start-order-graph.ts';

const operation = `mutation ($input: RevokeGuestAccessInput!) { revokeGuestAccess(input: $input) {
  revokedId guestToken userErrors { code path } } }`;

describe('revoking guest access', () => {
  let graph: OrderGraph;
  let shop: ReturnType<typeof shopOf>;
  const support = aViewer({ scopes: scopesOfRoles(['SUPPORT']) });
  const gateway: Viewer = { ...anonymous, clientId: 'gateway', scopes: ['guest-access:read'] };
  beforeAll(async () => {
    graph = await startOrderGraph();
    shop = shopOf(graph);
  });
  afterAll(() => graph.stop());

  const revoke = async (id: string, more: Record<string, unknown> = {}, viewer: Viewer = support) => {
    const input = { id, idempotencyKey: crypto.randomUUID(), reason: 'the link was forwarded', ...more };
    return graph.ask(viewer, operation, { input });
  };
  const revoked = async (id: string, more: Record<string, unknown> = {}) =>
    (await revoke(id, more)).data.revokeGuestAccess;
  const sees = async (viewer: Viewer, id: string) =>
    (await graph.ask(viewer, id.startsWith('cart') ? operations.cart : operations.order, { id })).data;
  const guestOrder = async () => {
    const { owner, cart } = await shop.aCart(anonymous, await shop.publish());
    const input = shop.checkoutInput(cart);
    const { order, guestToken } = await shop.checkout(owner, input);
    return { cart, order, input, holder: await graph.holderOf(guestToken), ofCart: owner };
  };
  const listed = async () => {
    const { data } = await graph.ask(gateway, '{ guestRevocations { id generation } }');
    return new Map(
      (data.guestRevocations as { id: string; generation: number }[]).map(({ id, generation }) => [id, generation]),
    );
  };
  const entriesOf = async (id: string) =>
    (await graph.pool.query('SELECT action, reason, actor_id FROM audit_entry WHERE subject_id = $1', [id])).rows;

  it('closes an order and its cart to every token that was given out, at once, and leaves an audit entry', async () => {
    const { cart, order, input, holder, ofCart } = await guestOrder();
    expect((await sees(holder, order.id)).order.id).toBe(order.id);
    expect(await revoked(order.id)).toEqual({ revokedId: order.id, guestToken: null, userErrors: [] });
    expect(await sees(holder, order.id)).toEqual({ order: null });
    expect(await sees(ofCart, cart.id)).toEqual({ cart: null });
    // By the same checkout again, the cart's token would get the order's.
    expect(await shop.checkout(ofCart, input)).toMatchObject({
      order: null,
      guestToken: null,
      userErrors: [{ code: 'CART_NOT_FOUND' }],
    });
    expect(await entriesOf(order.id)).toEqual([
      { action: 'REVOKE_GUEST_ACCESS', reason: 'the link was forwarded', actor_id: support.userId },
    ]);
    expect(await listed()).toEqual(
      new Map([
        [order.id, 2],
        [cart.id, 2],
      ]),
    );
  });

  it('leaves every other order as it was', async () => {
    const [one, other] = [await guestOrder(), await guestOrder()];
    await revoked(one.order.id);
    expect((await sees(other.holder, other.order.id)).order.id).toBe(other.order.id);
  });

  it('stops a guest in the middle of filling a cart', async () => {
    const { owner, cart } = await shop.aCart(anonymous, await shop.publish());
    await revoked(cart.id);
    const [variantId] = await shop.publish();
    const added = await shop.addLine(owner, { cartId: cart.id, variantId, quantity: 1 });
    expect(added.userErrors).toMatchObject([{ code: 'CART_NOT_FOUND' }]);
    expect((await shop.checkout(owner, shop.checkoutInput(cart))).userErrors).toMatchObject([
      { code: 'CART_NOT_FOUND' },
    ]);
  });

  it('gives the guest whose it is a new token where asked for, and the same one for the second click', async () => {
    const { order, holder } = await guestOrder();
    const same = { issuesNew: true, idempotencyKey: 'clicked-twice' };
    const answers = await Promise.all([revoked(order.id, same), revoked(order.id, same)]);
    expect(await entriesOf(order.id)).toHaveLength(1);
    for (const { guestToken } of answers) {
      const restored = await graph.holderOf(guestToken);
      expect(restored.grantGenerations).toEqual({ [order.id]: 2 });
      expect((await sees(restored, order.id)).order.id).toBe(order.id);
    }
    expect(await sees(holder, order.id)).toEqual({ order: null });
  });

  it('is for staff alone, with a reason, and only for what guests have', async () => {
    const { order, holder } = await guestOrder();
    for (const viewer of [anonymous, holder, aViewer(), aViewer({ scopes: scopesOfRoles(['FINANCE']) })]) {
      const { data, errors } = await revoke(order.id, {}, viewer);
      expect(data).toBeNull();
      expect(errors?.[0]?.extensions?.code).toMatch(/UNAUTHENTICATED|FORBIDDEN/);
    }
    const { order: ofBuyer } = await shop.anOrder(aViewer());
    const refusals: [string, Record<string, unknown>, string][] = [
      [order.id, { reason: ' ' }, 'INVALID_INPUT'],
      ['product_01jd8q3v9kf7ztm5w2c4x6y8za', {}, 'INVALID_INPUT'],
      [ofBuyer.id, {}, 'INVALID_INPUT'],
      [newId('order'), {}, 'ORDER_NOT_FOUND'],
      [newId('cart'), {}, 'CART_NOT_FOUND'],
    ];
    for (const [id, more, code] of refusals)
      expect(await revoked(id, more)).toMatchObject({ revokedId: null, userErrors: [{ code }] });
    expect((await sees(holder, order.id)).order.id).toBe(order.id);
    expect(await entriesOf(ofBuyer.id)).toEqual([]);
  });

  it('shows the list to the gateway alone', async () => {
    for (const viewer of [anonymous, aGuest(newId('cart')), support, aViewer({ scopes: scopesOfRoles(['ADMIN']) })])
      expect((await graph.ask(viewer, '{ guestRevocations { id } }')).data).toEqual({ guestRevocations: null });
    const bad = await graph.ask(gateway, '{ guestRevocations(after: "nonsense") { id } }');
    expect(bad.errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
    const all = [...(await listed()).keys()];
    const rest = await graph.ask(gateway, `{ guestRevocations(after: "${all[0]}") { id } }`);
    expect(rest.data.guestRevocations.map(({ id }: { id: string }) => id)).toEqual(all.slice(1));
  });
});

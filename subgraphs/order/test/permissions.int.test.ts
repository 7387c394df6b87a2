import { readFile } from 'node:fs/promises';
import { newId } from '@cartograph/ids';
import { anonymous, type Viewer } from '@cartograph/viewer';
import { Kind, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { permissions } from '../src/graphql/permissions.ts';
import { operations } from './support/operations.ts';
import { shopOf } from './support/shop.ts';
import { aGuest, aViewer, type OrderGraph, startOrderGraph } from './support/start-order-graph.ts';

let graph: OrderGraph;
let shop: ReturnType<typeof shopOf>;
let buyer: Viewer;
let theirs: { cartId: string; orderId: string; openCartId: string; lineId: string };
let guests: { cartId: string; orderId: string };

beforeAll(async () => {
  graph = await startOrderGraph();
  shop = shopOf(graph);
  const variantIds = await shop.publish();
  buyer = aViewer();
  const { cart } = await shop.aCart(buyer, variantIds);
  const { order } = await shop.checkout(buyer, shop.checkoutInput(cart));
  const { cart: open } = await shop.aCart(buyer, variantIds);
  theirs = { cartId: cart.id, orderId: order.id, openCartId: open.id, lineId: open.lines[0]?.id ?? '' };
  const guest = await shop.aCart(anonymous, variantIds);
  const placed = await shop.checkout(guest.owner, shop.checkoutInput(guest.cart));
  guests = { cartId: guest.cart.id, orderId: placed.order.id };
});
afterAll(() => graph.stop());

const strangers = (): [string, Viewer][] => [
  ['nobody', anonymous],
  ['another user', aViewer()],
  ['a guest with the token of something else', aGuest(newId('cart'), newId('order'))],
  ['a user with the token of a guest', aViewer({ grants: [guests.cartId, guests.orderId] })],
  ['a machine without the scope', { ...anonymous, clientId: 'reporting' }],
];

const entities = (...ids: [string, string][]) => ({
  representations: ids.map(([__typename, id]) => ({ __typename, id })),
});

describe('who may see what', () => {
  it('hides carts and orders from strangers as if they did not exist', async () => {
    for (const [, stranger] of strangers()) {
      expect(await graph.ask(stranger, operations.cart, { id: theirs.cartId })).toEqual({ data: { cart: null } });
      expect(await graph.ask(stranger, operations.order, { id: theirs.orderId })).toEqual({ data: { order: null } });
      const representations = entities(
        ['Cart', theirs.cartId],
        ['Order', theirs.orderId],
        ['User', buyer.userId ?? ''],
      );
      expect(await graph.ask(stranger, operations.entities, representations)).toEqual({
        data: { _entities: [null, null, null] },
      });
    }
  });

  it("hides a guest's from whoever has no token", async () => {
    for (const stranger of [anonymous, aViewer(), aGuest(newId('order'))]) {
      expect(await graph.ask(stranger, operations.order, { id: guests.orderId })).toEqual({ data: { order: null } });
      const representations = entities(['Cart', guests.cartId], ['Order', guests.orderId]);
      expect(await graph.ask(stranger, operations.entities, representations)).toEqual({
        data: { _entities: [null, null] },
      });
    }
  });

  it('shows owners what is theirs, in the order that was asked for, with null for what is missing', async () => {
    const representations = entities(
      ['Order', theirs.orderId],
      ['Cart', newId('cart')],
      ['User', buyer.userId ?? ''],
      ['Order', 'nonsense'],
      ['Cart', theirs.cartId],
    );

    const { data, errors } = await graph.ask(buyer, operations.entities, representations);

    expect(errors).toBeUndefined();
    expect(data._entities).toMatchObject([
      { __typename: 'Order', id: theirs.orderId, status: 'PENDING' },
      null,
      { __typename: 'User', id: buyer.userId, orders: { nodes: [{ id: theirs.orderId }] } },
      null,
      { __typename: 'Cart', id: theirs.cartId },
    ]);
  });

  it("opens a guest's order with its own token alone, and a guest's cart with that of the cart", async () => {
    const [withOrder, withCart] = [aGuest(guests.orderId), aGuest(guests.cartId)];
    expect((await graph.ask(withOrder, operations.order, { id: guests.orderId })).data.order.id).toBe(guests.orderId);
    expect((await graph.ask(withOrder, operations.cart, { id: guests.cartId })).data.cart).toBeNull();
    expect((await graph.ask(withCart, operations.order, { id: guests.orderId })).data.order).toBeNull();
    const { cart } = (await graph.ask(withCart, operations.cart, { id: guests.cartId })).data;
    expect(cart).toMatchObject({ id: guests.cartId, status: 'COMPLETED', order: null });
  });

  it('opens every order, and no cart, to staff with the scope', async () => {
    const staff: Viewer = { ...anonymous, clientId: 'support', scopes: ['order:read:any', 'user:read:any'] };
    const { data, errors } = await graph.ask(staff, operations.order, { id: theirs.orderId });
    expect(errors).toBeUndefined();
    expect(data.order).toMatchObject({ id: theirs.orderId, customer: { id: buyer.userId } });
    expect((await graph.ask(staff, operations.cart, { id: theirs.openCartId })).data.cart).toBeNull();
    const finance: Viewer = { ...staff, scopes: ['order:read:any'] };
    expect((await graph.ask(finance, operations.order, { id: theirs.orderId })).data.order).toMatchObject({
      id: theirs.orderId,
      customer: null,
    });
  });

  it('lets no stranger change or order a cart', async () => {
    const [variantId] = await shop.publish();
    const { openCartId: cartId, lineId } = theirs;
    const before = (await graph.ask(buyer, operations.cart, { id: cartId })).data.cart;
    for (const [, stranger] of strangers()) {
      const add = { input: { cartId, variantId, quantity: 1, idempotencyKey: 'mine' } };
      const answers = [
        (await graph.ask(stranger, operations.addCartLine, add)).data.addCartLine,
        (await graph.ask(stranger, operations.changeCartLine, { input: { cartId, lineId, quantity: 9 } })).data
          .changeCartLine,
        (await graph.ask(stranger, operations.removeCartLine, { input: { cartId, lineId } })).data.removeCartLine,
        await shop.checkout(stranger, shop.checkoutInput(before)),
      ];
      for (const { userErrors } of answers) expect(userErrors).toMatchObject([{ code: 'CART_NOT_FOUND' }]);
    }
    expect((await graph.ask(buyer, operations.cart, { id: cartId })).data.cart).toEqual(before);
  });

  it("tells a stranger's line apart by its cart", async () => {
    const other = aViewer();
    const { cart } = await shop.aCart(other, await shop.publish());
    const input = { cartId: cart.id, lineId: theirs.lineId };

    const removed = await graph.ask(other, operations.removeCartLine, { input });

    expect(removed.data.removeCartLine.userErrors).toMatchObject([{ code: 'CART_LINE_NOT_FOUND' }]);
    expect((await graph.ask(buyer, operations.cart, { id: theirs.openCartId })).data.cart.lines).toHaveLength(1);
  });

  it('has a rule for every type of the schema', async () => {
    const sdl = await readFile(new URL('../schema.graphql', import.meta.url), 'utf8');
    const types = parse(sdl).definitions.filter(({ kind }) => kind === Kind.OBJECT_TYPE_DEFINITION);
    expect(types.length).toBeGreaterThan(30);
    expect(
      types
        .flatMap((type) => ('name' in type && type.name ? [type.name.value] : []))
        .filter((name) => !(name in (permissions as object))),
    ).toEqual([]);
  });
});

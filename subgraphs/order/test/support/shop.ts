import { randomUUID } from 'node:crypto';
import type { Viewer } from '@cartograph/viewer';
import { anEvent, aProduct, type VariantOverrides } from './events.ts';
import { operations } from './operations.ts';
import { aGuest, type OrderGraph } from './start-order-graph.ts';

/** What a buyer does in tests, by the public API only. */
export const shopOf = ({ ask, receive }: OrderGraph) => {
  /** Publishes a product and returns its variants' ids. */
  const publish = async (...variants: VariantOverrides[]): Promise<string[]> => {
    const product = aProduct({}, variants.length > 0 ? variants : [{}]);
    await receive(anEvent('ProductPublished', product));
    return product.variants.map(({ variantId }) => variantId);
  };

  const createCart = async (viewer: Viewer, currency = 'EUR') =>
    (await ask(viewer, operations.createCart, { input: { currency } })).data.createCart;

  const addLine = async (viewer: Viewer, input: Record<string, unknown>) =>
    (await ask(viewer, operations.addCartLine, { input })).data.addCartLine;

  /** A cart of the viewer (or of a new guest) with these variants, one piece of each. */
  const aCart = async (viewer: Viewer, variantIds: readonly string[]) => {
    const { cart } = await createCart(viewer);
    const owner = viewer.userId ? viewer : aGuest(cart.id);
    let filled = cart;
    for (const variantId of variantIds) {
      filled = (await addLine(owner, { cartId: cart.id, variantId, quantity: 1 })).cart;
    }
    return { owner, cart: filled };
  };

  const checkoutInput = (
    cart: { id: string; total: { amountMinor: string } },
    overrides: Record<string, unknown> = {},
  ) => ({
    cartId: cart.id,
    idempotencyKey: randomUUID(),
    expectedTotal: { amountMinor: cart.total.amountMinor, currency: 'EUR' },
    paymentMethodToken: 'tok_approve',
    ...overrides,
  });

  const checkout = async (viewer: Viewer, input: Record<string, unknown>) =>
    (await ask(viewer, operations.checkout, { input })).data.checkout;

  /** A PENDING order of one piece of a new product. */
  const anOrder = async (viewer: Viewer) => {
    const { owner, cart } = await aCart(viewer, await publish());
    const { order } = await checkout(owner, checkoutInput(cart));
    return { owner, order };
  };

  return { publish, createCart, addLine, aCart, checkoutInput, checkout, anOrder };
};

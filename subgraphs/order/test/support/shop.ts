import { randomUUID } from 'node:crypto';
import type { Viewer } from '@cartograph/viewer';
import type { Answers } from './answers.ts';
import { anEvent, aProduct, type VariantOverrides } from './events.ts';
import { operations } from './operations.ts';
import { aGuest, type OrderGraph } from './start-order-graph.ts';

/** What a buyer does in tests, by the public API only. */
export const shopOf = ({ ask, receive }: OrderGraph) => {
  const answers = async (viewer: Viewer, operation: string, variables: Record<string, unknown>): Promise<Answers> => {
    const answer = await ask(viewer, operation, variables);
    return answer.data as Answers;
  };

  /** Publishes a product and returns its variants' ids. */
  const publish = async (...variants: VariantOverrides[]): Promise<string[]> => {
    const product = aProduct({}, variants.length > 0 ? variants : [{}]);
    await receive(anEvent('ProductPublished', product));
    return product.variants.map(({ variantId }) => variantId);
  };

  const createCart = async (viewer: Viewer, currency = 'EUR') =>
    (await answers(viewer, operations.createCart, { input: { currency } })).createCart;

  const addLine = async (viewer: Viewer, input: Record<string, unknown>) =>
    (await answers(viewer, operations.addCartLine, { input })).addCartLine;

  /** A cart of the viewer (or of a new guest) with these variants, one piece of each. */
  const aCart = async (viewer: Viewer, variantIds: readonly string[]) => {
    const { cart } = await createCart(viewer);
    const owner = viewer.userId ? viewer : aGuest(cart.id);
    const adds = variantIds.map(
      (variantId, index) =>
        `line${index}: addCartLine(input: { cartId: "${cart.id}", variantId: "${variantId}", quantity: 1 }) { cart { id } }`,
    );
    // All lines in one request: a cart of 100 is filled in one.
    if (adds.length > 0) await ask(owner, `mutation { ${adds.join('\n')} }`);
    return { owner, cart: (await answers(owner, operations.cart, { id: cart.id })).cart };
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
    (await answers(viewer, operations.checkout, { input })).checkout;

  /** A PENDING order of one piece of a new product. */
  const anOrder = async (viewer: Viewer) => {
    const { owner, cart } = await aCart(viewer, await publish());
    const { order } = await checkout(owner, checkoutInput(cart));
    return { owner, order };
  };

  return { publish, createCart, addLine, aCart, checkoutInput, checkout, anOrder };
};

import type { Context } from '../context.ts';
import { asPlaced } from '../domain/as-placed.ts';
import type { CartId, OrderId } from '../domain/ids.ts';
import { type Refused, refused } from '../domain/refusal.ts';
import type { MutationResolvers } from './generated/resolver-types.ts';
import { idField, moneyField, parseFields, tokenField } from './parse-fields.ts';
import { runOnce } from './run-once.ts';
import { userErrorsOf } from './user-errors.ts';

export const checkout: NonNullable<MutationResolvers['checkout']> = async (_, { input }, context) => {
  const parsed = parseFields({
    cartId: idField('cart', input.cartId),
    idempotencyKey: tokenField(input.idempotencyKey),
    expectedTotal: moneyField(input.expectedTotal),
    paymentMethodToken: tokenField(input.paymentMethodToken),
  });
  if (!parsed.ok) return payloadOf(context, parsed);
  const { idempotencyKey: key, ...fields } = parsed.fields;
  const command = {
    ...fields,
    requester: context.access.requester,
    expectedVersion: input.expectedVersion ?? null,
  };
  const call = { mutation: 'checkout', cartId: fields.cartId, key, input };
  const result = await runOnce(context, call, (tx) => context.useCases.placeOrder(tx, command));
  return payloadOf(
    context,
    (await isOfRevokedToken(context, fields.cartId)) ? refused({ code: 'CART_NOT_FOUND' }) : result,
  );
};

/** A repetition gets a guest the order's token without the cart being opened: not to whoever holds a revoked one of the cart. */
const isOfRevokedToken = async ({ loaders, access }: Context, cartId: CartId): Promise<boolean> => {
  if (access.requester.buyerId !== null) return false;
  const cart = await loaders.cartById.clear(cartId).load(cartId);
  return cart === null || !access.maySeeCart(cart);
};

/** A guest gets the order's token with every answer, also a repeated one: the first may never have arrived. */
const payloadOf = async (
  { loaders, guestTokens, access }: Context,
  result: { ok: true; orderId: OrderId } | Refused,
) => {
  if (!result.ok) return { order: null, guestToken: null, userErrors: userErrorsOf(result.refusals) };
  const current = await loaders.orderById.clear(result.orderId).load(result.orderId);
  const order = current && asPlaced(current);
  if (order?.buyerId !== null) return { order, guestToken: null, userErrors: [] };
  const grant = { id: order.id, generation: order.guestGeneration };
  access.admit(grant);
  return { order, guestToken: await guestTokens.sign(grant), userErrors: [] };
};

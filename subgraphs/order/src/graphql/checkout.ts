import type { Context } from '../context.ts';
import { asPlaced } from '../domain/as-placed.ts';
import type { OrderId } from '../domain/ids.ts';
import type { Refused } from '../domain/refusal.ts';
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
  return payloadOf(context, await runOnce(context, call, (tx) => context.useCases.placeOrder(tx, command)));
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
  access.admit(order.id);
  return { order, guestToken: await guestTokens.order(order.id), userErrors: [] };
};

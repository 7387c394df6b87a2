import type { Context } from '../context.ts';
import type { CartId } from '../domain/ids.ts';
import type { Refused } from '../domain/refusal.ts';
import type { MutationResolvers } from './generated/resolver-types.ts';
import { idField, optionalTokenField, parseFields } from './parse-fields.ts';
import { runOnce } from './run-once.ts';
import { userErrorsOf } from './user-errors.ts';

type CartMutations = Required<
  Pick<MutationResolvers, 'createCart' | 'addCartLine' | 'changeCartLine' | 'removeCartLine'>
>;

export const cartMutations: CartMutations = {
  createCart: async (_, { input }, context) => {
    const { unitOfWork, cause, access, useCases, guestTokens } = context;
    const command = { requester: access.requester, currency: input.currency };
    const result = await unitOfWork(cause, (tx) => useCases.createCart(tx, command));
    if (!result.ok || access.requester.buyerId !== null) {
      return { ...(await payloadOf(context, result)), guestToken: null };
    }
    const grant = { id: result.cartId, generation: 1 };
    access.admit(grant);
    return { ...(await payloadOf(context, result)), guestToken: await guestTokens.sign(grant) };
  },

  addCartLine: async (_, { input }, context) => {
    const parsed = parseFields({
      cartId: idField('cart', input.cartId),
      variantId: idField('variant', input.variantId),
      idempotencyKey: optionalTokenField(input.idempotencyKey),
    });
    if (!parsed.ok) return payloadOf(context, parsed);
    const { cartId, variantId, idempotencyKey: key } = parsed.fields;
    const command = { ...commandOf(context, input, cartId), variantId, quantity: input.quantity };
    const result = key
      ? await runOnce(context, { mutation: 'addCartLine', cartId, key, input }, (tx) =>
          context.useCases.addCartLine(tx, command),
        )
      : await context.unitOfWork(context.cause, (tx) => context.useCases.addCartLine(tx, command));
    return payloadOf(context, result);
  },

  changeCartLine: async (_, { input }, context) => {
    const parsed = parseFields({ cartId: idField('cart', input.cartId), lineId: idField('cartline', input.lineId) });
    if (!parsed.ok) return payloadOf(context, parsed);
    const { cartId, lineId } = parsed.fields;
    const command = { ...commandOf(context, input, cartId), lineId, quantity: input.quantity };
    return payloadOf(
      context,
      await context.unitOfWork(context.cause, (tx) => context.useCases.changeCartLine(tx, command)),
    );
  },

  removeCartLine: async (_, { input }, context) => {
    const parsed = parseFields({ cartId: idField('cart', input.cartId), lineId: idField('cartline', input.lineId) });
    if (!parsed.ok) return payloadOf(context, parsed);
    const { cartId, lineId } = parsed.fields;
    const command = { ...commandOf(context, input, cartId), lineId };
    return payloadOf(
      context,
      await context.unitOfWork(context.cause, (tx) => context.useCases.removeCartLine(tx, command)),
    );
  },
};

const commandOf = ({ access }: Context, { expectedVersion }: { expectedVersion?: number | null }, cartId: CartId) => ({
  requester: access.requester,
  cartId,
  expectedVersion: expectedVersion ?? null,
});

/** The cart as it is after the change: read anew, as an earlier mutation of the request may have read it. */
const payloadOf = async ({ loaders }: Context, result: { ok: true; cartId: CartId } | Refused) => {
  if (!result.ok) return { cart: null, userErrors: userErrorsOf(result.refusals) };
  return { cart: await loaders.cartById.clear(result.cartId).load(result.cartId), userErrors: [] };
};

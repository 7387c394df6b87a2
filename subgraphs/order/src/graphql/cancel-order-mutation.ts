import { parseReason } from '@cartograph/audit';
import { idempotent } from '@cartograph/outbox';
import { hasScope } from '@cartograph/viewer';
import type { Context } from '../context.ts';
import type { OrderId } from '../domain/ids.ts';
import { type Refused, refused } from '../domain/refusal.ts';
import type { MutationResolvers } from './generated/resolver-types.ts';
import { findOrder } from './order-resolvers.ts';
import { idField, parseFields, tokenField } from './parse-fields.ts';
import { userErrorsOf } from './user-errors.ts';

export const cancelOrder: NonNullable<MutationResolvers['cancelOrder']> = async (_, { input }, context) => {
  const parsed = parseFields({
    orderId: idField('order', input.orderId),
    idempotencyKey: tokenField(input.idempotencyKey),
  });
  if (!parsed.ok) return payloadOf(context, parsed);
  const { orderId, idempotencyKey: key } = parsed.fields;
  const asker = askerOf(context, orderId);
  if (asker === null) return payloadOf(context, refused({ code: 'ORDER_NOT_FOUND' }));
  const command = {
    orderId,
    requester: context.access.requester,
    mayCancelAny: hasScope(context.viewer, 'order:write:any'),
    reason: parseReason(input.reason),
    expectedVersion: input.expectedVersion ?? null,
  };
  const { idempotencyKey: _key, ...rest } = input;
  const call = { scope: `cancelOrder ${asker}`, key, input: rest };
  const once = await idempotent(context.unitOfWork, { call, cause: context.cause }, (tx) =>
    context.useCases.cancelOrder(tx, command),
  );
  return payloadOf(context, once.ok ? once.result : refused({ code: once.code }));
};

/** Whose idempotency key it is; null for whoever cannot have an order of that id. A guest is told apart by the order. */
const askerOf = ({ viewer }: Context, orderId: OrderId): string | null =>
  viewer.userId ?? viewer.clientId ?? (viewer.grants.includes(orderId) ? orderId : null);

/** Read anew, and as any other way in would show it: who may cancel may not always read. */
const payloadOf = async (context: Context, result: { ok: true; orderId: OrderId } | Refused) => {
  if (!result.ok) return { order: null, userErrors: userErrorsOf(result.refusals) };
  context.loaders.orderById.clear(result.orderId);
  return { order: await findOrder(result.orderId, context), userErrors: [] };
};

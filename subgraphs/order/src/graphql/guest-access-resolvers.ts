import { parseReason } from '@cartograph/audit';
import { idPrefixOf, parseId } from '@cartograph/ids';
import { idempotent } from '@cartograph/outbox';
import { badUserInput } from '@cartograph/subgraph-server';
import type { Context } from '../context.ts';
import type { CartId, OrderId } from '../domain/ids.ts';
import { type Refused, refused } from '../domain/refusal.ts';
import type { MutationResolvers, QueryResolvers } from './generated/resolver-types.ts';
import { parseFields, reasonField, tokenField } from './parse-fields.ts';
import { userErrorsOf } from './user-errors.ts';

/** Who may call it is decided by the rule on the field. */
export const revokeGuestAccess: NonNullable<MutationResolvers['revokeGuestAccess']> = async (_, { input }, context) => {
  const id = parseId('order', input.id) ?? parseId('cart', input.id);
  const parsed = parseFields({
    idempotencyKey: tokenField(input.idempotencyKey),
    reason: reasonField(parseReason(input.reason)),
  });
  if (!parsed.ok) return payloadOf(parsed);
  if (!id) return payloadOf(refused(notThat));
  const { idempotencyKey: key, reason } = parsed.fields;
  const { idempotencyKey: _key, ...rest } = input;
  const { userId, clientId } = context.viewer;
  const call = { scope: `revokeGuestAccess ${userId ?? clientId}`, key, input: rest };
  const once = await idempotent(context.unitOfWork, { call, cause: context.cause }, (tx) =>
    context.useCases.revokeGuestAccess(tx, { id, reason }),
  );
  if (!once.ok) return payloadOf(refused({ code: once.code }));
  return payloadOf(once.result, input.issuesNew === true ? context : null);
};

const notThat = {
  code: 'INVALID_INPUT',
  message: 'This is no id of a cart or an order.',
  path: ['input', 'id'],
} as const;

type Revoked = { readonly ok: true; readonly id: CartId | OrderId; readonly generation: number };

const payloadOf = async (result: Revoked | Refused, issuer: Pick<Context, 'guestTokens'> | null = null) => {
  if (!result.ok) return { revokedId: null, guestToken: null, userErrors: userErrorsOf(result.refusals) };
  return { revokedId: result.id, guestToken: (await issuer?.guestTokens.sign(result)) ?? null, userErrors: [] };
};

/** For the gateway, which refuses a revoked token before anybody is asked. */
export const guestRevocations: NonNullable<QueryResolvers['guestRevocations']> = async (_, { after }, context) => {
  const isCursor = !after || ['cart', 'order'].includes(idPrefixOf(after) ?? '');
  if (!isCursor) throw badUserInput('This is no place in the list: `after` is the last id of the page before.');
  return [...(await context.guestRevocations(after ?? null))];
};

import { parseReason, reasonRule } from '@cartograph/audit';
import { parseId } from '@cartograph/ids';
import { isCurrencyCode, money } from '@cartograph/money';
import { idempotencyKeyRule, idempotent, isIdempotencyKey } from '@cartograph/outbox';
import type { Context } from '../context.ts';
import { type RefundRefusal, type RefundRefused, refused } from '../domain/judge-refund.ts';
import type { RefundBegun } from '../use-cases/refund-payment.ts';
import { canSeePayment } from './can-see-payment.ts';
import type { MutationResolvers } from './generated/resolver-types.ts';
import { refundErrorsOf } from './refund-errors.ts';

const invalid = (field: string, message: string): RefundRefusal => ({
  code: 'INVALID_INPUT',
  message,
  path: ['input', field],
});

/** Who may call it is decided by the rule on the field. */
export const refundPayment: NonNullable<MutationResolvers['refundPayment']> = async (_, { input }, context) => {
  const { idempotencyKey: key, ...rest } = input;
  const paymentId = parseId('payment', input.paymentId);
  const reason = parseReason(input.reason);
  const isCurrency = !input.amount || isCurrencyCode(input.amount.currency);
  const faults = [
    ...(paymentId ? [] : [invalid('paymentId', 'This is no payment id.')]),
    ...(reason === null ? [invalid('reason', reasonRule)] : []),
    ...(isCurrency ? [] : [invalid('amount', 'There is no such currency.')]),
    ...(isIdempotencyKey(key) ? [] : [invalid('idempotencyKey', idempotencyKeyRule)]),
  ];
  if (!paymentId || reason === null || faults.length > 0) return payloadOf(context, refused(...faults));
  const amount = input.amount ? money(input.amount.amountMinor, input.amount.currency) : null;
  const { viewer, unitOfWork, cause } = context;
  const call = { scope: `refundPayment ${viewer.userId ?? viewer.clientId}`, key, input: rest };
  const once = await idempotent(unitOfWork, { call, cause }, (tx) =>
    context.refundPayment(tx, { paymentId, amount, reason }),
  );
  return payloadOf(context, once.ok ? once.result : refused({ code: once.code }));
};

/** Read anew, and as any other way in would show it. */
const payloadOf = async ({ loaders, viewer }: Context, result: RefundBegun | RefundRefused) => {
  if (!result.ok) return { payment: null, userErrors: refundErrorsOf(result.refusals) };
  const found = await loaders.paymentById.clear(result.paymentId).load(result.paymentId);
  return { payment: found && canSeePayment(viewer, found) ? found : null, userErrors: [] };
};

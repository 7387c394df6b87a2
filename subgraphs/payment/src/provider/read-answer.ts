import { z } from 'zod';
import type { AttemptKind } from '../domain/attempt.ts';
import type { FailureReason } from '../domain/payment.ts';
import type { ProviderOutcome } from '../use-cases/ports.ts';
import type { ProviderAnswer } from './ask-provider.ts';

const operation = z.object({
  kind: z.enum(['authorize', 'capture', 'void', 'refund']),
  idempotencyKey: z.string(),
  status: z.enum(['succeeded', 'declined', 'requires_action']),
  reason: z.string().nullable(),
});
const payment = z.object({ id: z.string().min(1), operations: z.array(operation) });
const found = z.object({ payments: z.array(payment) });
const refused = z.object({ error: z.object({ code: z.string() }) });

/** A call the provider was asked to make. */
export type Call = { readonly idempotencyKey: string; readonly kind: AttemptKind };

/**
 * The outcome of a call from the answer to it. 402 and 422 are refusals; whatever else is not understood (a time-out, 5xx,
 * 401, 409, 429, a body of another shape) leaves the outcome unknown: better asked again than taken for a refusal.
 */
export const outcomeOf = (answer: ProviderAnswer, call: Call): ProviderOutcome => {
  if ('lost' in answer) return { kind: 'unknown', cause: answer.lost };
  if (answer.statusCode === 402 || answer.statusCode === 422) {
    const refusal = refused.safeParse(answer.body);
    if (refusal.success)
      return { kind: 'declined', reason: reasonOf(refusal.data.error.code), providerPaymentId: null };
  }
  const shown = answer.statusCode < 300 ? payment.safeParse(answer.body) : null;
  return (shown?.success && operationOutcome(shown.data, call)) || notUnderstood(answer.statusCode);
};

/** The outcome of an earlier call from the answer to a search by its key. */
export const retrievedOutcome = (answer: ProviderAnswer, call: Call): ProviderOutcome | { kind: 'notFound' } => {
  if ('lost' in answer) return { kind: 'unknown', cause: answer.lost };
  const list = answer.statusCode === 200 ? found.safeParse(answer.body) : null;
  if (!list?.success) return notUnderstood(answer.statusCode);
  for (const candidate of list.data.payments) {
    const outcome = operationOutcome(candidate, call);
    if (outcome) return outcome;
  }
  return { kind: 'notFound' };
};

const operationOutcome = ({ id, operations }: z.output<typeof payment>, call: Call): ProviderOutcome | null => {
  const wanted = call.kind.toLowerCase();
  const done = operations.find(({ kind, idempotencyKey }) => kind === wanted && idempotencyKey === call.idempotencyKey);
  if (!done) return null;
  switch (done.status) {
    case 'succeeded':
      return { kind: 'succeeded', providerPaymentId: id };
    case 'requires_action':
      return { kind: 'requiresAction', providerPaymentId: id };
    case 'declined':
      return { kind: 'declined', reason: reasonOf(done.reason ?? ''), providerPaymentId: id };
  }
};

const notUnderstood = (statusCode: number): ProviderOutcome => ({
  kind: 'unknown',
  cause: `the provider answered ${statusCode}`,
});

const reasons: Readonly<Record<string, FailureReason>> = {
  card_declined: 'DECLINED',
  capture_declined: 'DECLINED',
  insufficient_funds: 'INSUFFICIENT_FUNDS',
  unknown_payment_method: 'INVALID_PAYMENT_METHOD',
};

const reasonOf = (code: string): FailureReason =>
  (Object.hasOwn(reasons, code) ? reasons[code] : undefined) ?? 'PROVIDER_ERROR';

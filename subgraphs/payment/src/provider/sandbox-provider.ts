import type { MoveOrder, PaymentProvider } from '../use-cases/ports.ts';
import type { AskProvider } from './ask-provider.ts';
import { outcomeOf, retrievedOutcome } from './read-answer.ts';

/** The payment provider's port over the sandbox provider's API. */
export const createSandboxProvider = (ask: AskProvider): PaymentProvider => {
  const move =
    (kind: 'CAPTURE' | 'VOID' | 'REFUND') =>
    async ({ idempotencyKey, providerPaymentId, amountMinor }: MoveOrder) => {
      const path = `/v1/payments/${encodeURIComponent(providerPaymentId)}/${kind.toLowerCase()}`;
      const answer = await ask({ method: 'POST', path, idempotencyKey, body: { amountMinor: String(amountMinor) } });
      return outcomeOf(answer, { idempotencyKey, kind });
    };
  return {
    authorize: async ({ idempotencyKey, amountMinor, ...rest }) => {
      const body = { ...rest, amountMinor: String(amountMinor) };
      const answer = await ask({ method: 'POST', path: '/v1/payments', idempotencyKey, body });
      return outcomeOf(answer, { idempotencyKey, kind: 'AUTHORIZE' });
    },
    capture: move('CAPTURE'),
    void: move('VOID'),
    refund: move('REFUND'),
    retrieve: async (call) => {
      const path = `/v1/payments?idempotencyKey=${encodeURIComponent(call.idempotencyKey)}`;
      return retrievedOutcome(await ask({ method: 'GET', path }), call);
    },
  };
};

import type { ClaimedAttempt, PaymentProvider, ProviderOutcome } from '../use-cases/ports.ts';

/**
 * Asks the provider, outside any transaction. An attempt that was claimed before may have been done without our knowing:
 * then the provider is asked about it first, and only what it has never done is sent, with the same key.
 */
export const makeAttempt =
  (provider: PaymentProvider) =>
  async (attempt: ClaimedAttempt): Promise<ProviderOutcome> => {
    if (attempt.tries > 1) {
      const earlier = await provider.retrieve(attempt);
      if (earlier.kind !== 'notFound') return earlier;
    }
    return send(provider, attempt);
  };

const send = (provider: PaymentProvider, attempt: ClaimedAttempt): Promise<ProviderOutcome> => {
  const { idempotencyKey, amountMinor, currency, paymentMethodToken, orderId } = attempt;
  switch (attempt.kind) {
    case 'AUTHORIZE':
      return provider.authorize({ idempotencyKey, amountMinor, currency, paymentMethodToken, reference: orderId });
    case 'CAPTURE':
      return provider.capture(moveOrder(attempt));
    case 'VOID':
      return provider.void(moveOrder(attempt));
    case 'REFUND':
      return provider.refund(moveOrder(attempt));
  }
};

const moveOrder = ({ idempotencyKey, amountMinor, providerPaymentId, id }: ClaimedAttempt) => {
  if (providerPaymentId === null) throw new Error(`the attempt ${id} is about a payment the provider does not know`);
  return { idempotencyKey, amountMinor, providerPaymentId };
};

import type { Payment, PaymentStatus } from './payment.ts';

/** Every step a payment can take. A capture or a void that the provider refuses leads back, as the money is still held. */
export const transitions = {
  REQUIRES_METHOD: ['AUTHORIZING'],
  AUTHORIZING: ['REQUIRES_ACTION', 'AUTHORIZED', 'FAILED'],
  REQUIRES_ACTION: ['AUTHORIZED', 'FAILED', 'VOIDING'],
  AUTHORIZED: ['CAPTURING', 'VOIDING'],
  FAILED: [],
  CAPTURING: ['PARTIALLY_CAPTURED', 'CAPTURED', 'AUTHORIZED'],
  PARTIALLY_CAPTURED: ['PARTIALLY_REFUNDED', 'REFUNDED', 'DISPUTED'],
  CAPTURED: ['PARTIALLY_REFUNDED', 'REFUNDED', 'DISPUTED'],
  VOIDING: ['VOIDED', 'FAILED'],
  VOIDED: [],
  PARTIALLY_REFUNDED: ['PARTIALLY_REFUNDED', 'REFUNDED', 'DISPUTED'],
  REFUNDED: ['DISPUTED'],
  DISPUTED: ['PARTIALLY_REFUNDED', 'REFUNDED', 'CAPTURED', 'PARTIALLY_CAPTURED'],
} as const satisfies Record<PaymentStatus, readonly PaymentStatus[]>;

/** Thrown when code asks for a step that is not in the table: a bug, never a business outcome. */
export class IllegalTransition extends Error {
  override readonly name = 'IllegalTransition';
}

type Changes = Partial<
  Pick<Payment, 'authorizedMinor' | 'capturedMinor' | 'refundedMinor' | 'failureReason' | 'providerPaymentId'>
>;

/** The payment one step further, at its next version. Throws IllegalTransition. */
export const advance = (payment: Payment, status: PaymentStatus, changes: Changes = {}): Payment => {
  const reachable: readonly PaymentStatus[] = transitions[payment.status];
  if (!reachable.includes(status)) {
    throw new IllegalTransition(`a payment that is ${payment.status} cannot become ${status}`);
  }
  return { ...payment, ...changes, status, version: payment.version + 1 };
};

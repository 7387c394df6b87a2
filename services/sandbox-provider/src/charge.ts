/** What a client may ask of the provider. */
export type OperationKind = 'authorize' | 'capture' | 'void' | 'refund';

/** One thing that was asked and answered. */
export type Operation = {
  readonly id: string;
  readonly kind: OperationKind;
  readonly idempotencyKey: string;
  /** Integer minor units. */
  readonly amountMinor: bigint;
  readonly status: 'succeeded' | 'declined' | 'requires_action';
  readonly reason: string | null;
  readonly createdAt: string;
};

/** A payment as the provider knows it: its own truth, beside which every other record is a copy. */
export type Charge = {
  readonly id: string;
  /** The client's own name for it. */
  readonly reference: string;
  readonly status: 'authorized' | 'declined' | 'requires_action' | 'captured' | 'voided' | 'refunded';
  readonly currency: string;
  readonly paymentMethodToken: string;
  readonly amountMinor: bigint;
  readonly authorizedMinor: bigint;
  readonly capturedMinor: bigint;
  readonly refundedMinor: bigint;
  readonly declineReason: string | null;
  readonly createdAt: string;
};

/** A charge and all that was asked about it, as the wire shows it: amounts are decimal text of minor units. */
export const charged = (charge: Charge, operations: readonly Operation[]) => {
  const { paymentMethodToken: _, ...shown } = charge;
  return {
    ...shown,
    amountMinor: String(charge.amountMinor),
    authorizedMinor: String(charge.authorizedMinor),
    capturedMinor: String(charge.capturedMinor),
    refundedMinor: String(charge.refundedMinor),
    operations: operations.map((operation) => ({ ...operation, amountMinor: String(operation.amountMinor) })),
  };
};

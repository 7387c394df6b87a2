import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Answer } from './answer-once.ts';
import { type Charge, charged, type Operation } from './charge.ts';
import { insertCharge, insertOperation } from './charge-rows.ts';
import { Refusal } from './refusal.ts';
import { behaviourOf } from './test-token.ts';

export type Authorization = {
  /** Integer minor units. */
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly paymentMethodToken: string;
  readonly reference: string;
};

/** Holds the amount, or says why not. Call it inside answerOnce: every call is a new charge. */
export const authorize = (store: DatabaseSync, idempotencyKey: string, wanted: Authorization): Answer => {
  const behaviour = behaviourOf(wanted.paymentMethodToken);
  if (!behaviour) throw new Refusal(422, 'unknown_payment_method', 'There is no such payment method.');
  const { status } = behaviour.authorize;
  const reason = behaviour.authorize.status === 'declined' ? behaviour.authorize.reason : null;
  const createdAt = new Date().toISOString();
  const charge: Charge = {
    ...wanted,
    id: `sbx_${randomUUID()}`,
    status,
    authorizedMinor: status === 'authorized' ? wanted.amountMinor : 0n,
    capturedMinor: 0n,
    refundedMinor: 0n,
    declineReason: reason,
    createdAt,
  };
  const operation: Operation = {
    id: randomUUID(),
    kind: 'authorize',
    idempotencyKey,
    amountMinor: wanted.amountMinor,
    status: status === 'authorized' ? 'succeeded' : status,
    reason,
    createdAt,
  };
  insertCharge(store, charge);
  insertOperation(store, charge.id, operation);
  return { statusCode: 201, body: charged(charge, [operation]) };
};

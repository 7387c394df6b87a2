import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Answer } from './answer-once.ts';
import { type Charge, charged, type Operation, type OperationKind } from './charge.ts';
import { findCharges, insertOperation, operationsOf, updateCharge } from './charge-rows.ts';
import { Refusal, refusalBody } from './refusal.ts';
import { behaviourOf } from './test-token.ts';

export type Move = {
  readonly kind: Exclude<OperationKind, 'authorize'>;
  readonly chargeId: string;
  readonly idempotencyKey: string;
  /** Integer minor units; a void lets all go, whatever is asked. */
  readonly amountMinor: bigint;
};

/** Captures, voids or refunds. Call it inside answerOnce. Throws Refusal: 404 unknown, 422 not in this state or too much. */
export const moveMoney = (store: DatabaseSync, move: Move): Answer => {
  const [charge] = findCharges(store, { id: move.chargeId });
  if (!charge) throw new Refusal(404, 'unknown_payment', 'There is no such payment.');
  const isDeclined = move.kind === 'capture' && behaviourOf(charge.paymentMethodToken)?.isCaptureRefused === true;
  const moved = steps[move.kind](charge, move.amountMinor);
  const operation: Operation = {
    id: randomUUID(),
    kind: move.kind,
    idempotencyKey: move.idempotencyKey,
    amountMinor: move.amountMinor,
    status: isDeclined ? 'declined' : 'succeeded',
    reason: isDeclined ? 'capture_declined' : null,
    createdAt: new Date().toISOString(),
  };
  insertOperation(store, charge.id, operation);
  if (isDeclined) return { statusCode: 402, body: refusalBody('capture_declined', 'The bank refused the capture.') };
  updateCharge(store, moved);
  return { statusCode: 200, body: charged(moved, operationsOf(store, charge.id)) };
};

const steps: Readonly<Record<Move['kind'], (charge: Charge, amountMinor: bigint) => Charge>> = {
  /** One capture a charge: what it leaves is let go, as most providers do. */
  capture: (charge, amountMinor) => {
    if (charge.status !== 'authorized') throw wrongState(charge, 'captured');
    if (amountMinor > charge.authorizedMinor) throw new Refusal(422, 'too_much', 'More than was authorised.');
    return { ...charge, status: 'captured', capturedMinor: amountMinor };
  },
  void: (charge) => {
    if (charge.status !== 'authorized' && charge.status !== 'requires_action') throw wrongState(charge, 'voided');
    return { ...charge, status: 'voided' };
  },
  refund: (charge, amountMinor) => {
    if (charge.status !== 'captured') throw wrongState(charge, 'refunded');
    const refundedMinor = charge.refundedMinor + amountMinor;
    if (refundedMinor > charge.capturedMinor) throw new Refusal(422, 'too_much', 'More than was captured.');
    return { ...charge, status: refundedMinor === charge.capturedMinor ? 'refunded' : 'captured', refundedMinor };
  },
};

const wrongState = (charge: Charge, wanted: string): Refusal =>
  new Refusal(422, 'wrong_state', `A payment that is ${charge.status} cannot be ${wanted}.`);

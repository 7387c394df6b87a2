import { z } from 'zod';
import { defineEvent, planEvent } from '../define-event.ts';
import { amountMinor, currencyCode, exampleIds, instant, orderId, paymentId } from './fields.ts';

const moved = z.object({ paymentId, orderId, amountMinor, currencyCode });
const movedExample = {
  paymentId: exampleIds.payment,
  orderId: exampleIds.order,
  amountMinor: '4200',
  currencyCode: 'EUR',
};

export const paymentFailureReasons = [
  'DECLINED',
  'INSUFFICIENT_FUNDS',
  'INVALID_PAYMENT_METHOD',
  'ACTION_EXPIRED',
  'PROVIDER_ERROR',
] as const;
const failed = z.object({
  paymentId,
  orderId,
  reason: z.enum(paymentFailureReasons).describe('Why the provider did not do it.'),
});
const failedExample: z.input<typeof failed> = {
  paymentId: exampleIds.payment,
  orderId: exampleIds.order,
  reason: 'DECLINED',
};

export const paymentAuthorized = defineEvent({
  name: 'PaymentAuthorized',
  version: 1,
  emitter: 'payment',
  reactors: ['order'],
  description: 'The provider holds the amount for us.',
  data: moved,
  example: movedExample,
});

export const paymentFailed = defineEvent({
  name: 'PaymentFailed',
  version: 1,
  emitter: 'payment',
  reactors: ['order'],
  description: 'The provider refused for good; nothing is held.',
  data: failed,
  example: failedExample,
});

export const paymentActionRequired = defineEvent({
  name: 'PaymentActionRequired',
  version: 1,
  emitter: 'payment',
  reactors: ['order'],
  description: 'The buyer must do something first (3-D Secure).',
  data: z.object({ paymentId, orderId }),
  example: { paymentId: exampleIds.payment, orderId: exampleIds.order },
});

export const paymentCaptured = defineEvent({
  name: 'PaymentCaptured',
  version: 1,
  emitter: 'payment',
  reactors: ['order'],
  description: 'The amount is ours.',
  data: moved,
  example: movedExample,
});

export const paymentCaptureFailed = defineEvent({
  name: 'PaymentCaptureFailed',
  version: 1,
  emitter: 'payment',
  reactors: ['order'],
  description: 'The authorised amount could not be captured.',
  data: failed,
  example: failedExample,
});

export const paymentVoided = defineEvent({
  name: 'PaymentVoided',
  version: 1,
  emitter: 'payment',
  reactors: ['order'],
  description: 'An authorised amount was let go, nothing was charged.',
  data: moved,
  example: movedExample,
});

export const paymentRefunded = defineEvent({
  name: 'PaymentRefunded',
  version: 1,
  emitter: 'payment',
  reactors: ['order'],
  description: 'A captured amount went back to the buyer; the amount is the total refunded so far.',
  data: moved,
  example: movedExample,
});

export const paymentDisputed = planEvent({
  name: 'PaymentDisputed',
  emitter: 'payment',
  description: 'The buyer contests a charge with the bank; the amount is what is contested.',
  data: z.object({
    paymentId,
    orderId,
    amountMinor,
    currencyCode,
    disputedAt: instant,
    respondBy: instant.describe('Until when our evidence must be in.'),
  }),
  example: { ...movedExample, disputedAt: '2026-01-01T12:00:00.000Z', respondBy: '2026-01-15T12:00:00.000Z' },
});

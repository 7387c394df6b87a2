import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { amountMinor, buyerId, cartId, currencyCode, exampleIds, instant, orderId, stockLine } from './fields.ts';

const line = { variantId: exampleIds.variant, quantity: 2 };

export const orderPlaced = defineEvent({
  name: 'OrderPlaced',
  version: 1,
  emitter: 'order',
  reactors: ['product'],
  description: 'A cart became an order that waits for stock and payment.',
  data: z.object({
    orderId,
    cartId,
    buyerId,
    lines: z.array(stockLine).min(1).describe('What is to be held, one entry a variant.'),
    totalMinor: amountMinor,
    currencyCode,
    placedAt: instant,
  }),
  example: {
    orderId: exampleIds.order,
    cartId: exampleIds.cart,
    buyerId: exampleIds.user,
    lines: [line],
    totalMinor: '4200',
    currencyCode: 'EUR',
    placedAt: '2026-01-01T12:00:00.000Z',
  },
});

export const paymentRequested = defineEvent({
  name: 'PaymentRequested',
  version: 1,
  emitter: 'order',
  reactors: ['payment'],
  description: 'Stock is held: the payment is to be authorised.',
  data: z.object({
    orderId,
    buyerId,
    amountMinor,
    currencyCode,
    paymentMethodToken: z
      .string()
      .min(1)
      .max(255)
      .describe("The provider's token for the buyer's payment method; never card data."),
  }),
  example: {
    orderId: exampleIds.order,
    buyerId: null,
    amountMinor: '4200',
    currencyCode: 'EUR',
    paymentMethodToken: 'tok_approve',
  },
});

export const orderConfirmed = defineEvent({
  name: 'OrderConfirmed',
  version: 1,
  emitter: 'order',
  reactors: ['product'],
  description: 'Stock is held and payment authorised: the hold is to be committed.',
  data: z.object({
    orderId,
    lines: z.array(stockLine).min(1).describe('What the hold is for, so that an expired one can be taken anew.'),
  }),
  example: { orderId: exampleIds.order, lines: [line] },
});

export const captureRequested = defineEvent({
  name: 'CaptureRequested',
  version: 1,
  emitter: 'order',
  reactors: ['payment'],
  description: 'The goods are committed: the authorised amount is to be captured.',
  data: z.object({ orderId, amountMinor, currencyCode }),
  example: { orderId: exampleIds.order, amountMinor: '4200', currencyCode: 'EUR' },
});

export const rejectionReasons = ['OUT_OF_STOCK', 'PAYMENT_DECLINED', 'PAYMENT_ACTION_EXPIRED', 'TIMED_OUT'] as const;

export const orderRejected = defineEvent({
  name: 'OrderRejected',
  version: 1,
  emitter: 'order',
  reactors: ['product', 'payment'],
  description: 'The order ended before it was confirmed: its hold is released and money that is held is voided.',
  data: z.object({ orderId, reason: z.enum(rejectionReasons).describe('Why the order ended.') }),
  example: { orderId: exampleIds.order, reason: 'OUT_OF_STOCK' },
});

export const cancellationReasons = ['STOCK_LOST', 'CAPTURE_FAILED', 'CUSTOMER_REQUEST', 'STAFF_REQUEST'] as const;

export const orderCancelled = defineEvent({
  name: 'OrderCancelled',
  version: 1,
  emitter: 'order',
  reactors: ['product', 'payment'],
  description: 'A pending or confirmed order was cancelled: stock comes back, money is voided or refunded.',
  data: z.object({
    orderId,
    reason: z.enum(cancellationReasons).describe('Why, or at whose wish, the order was cancelled.'),
  }),
  example: { orderId: exampleIds.order, reason: 'CUSTOMER_REQUEST' },
});

import { z } from 'zod';
import { planEvent } from '../define-event.ts';
import {
  amountMinor,
  buyerId,
  cartId,
  currencyCode,
  exampleIds,
  fulfillmentId,
  instant,
  orderId,
  quantity,
  refundId,
  returnId,
  stockLine,
  variantId,
} from './fields.ts';

const line = { variantId: exampleIds.variant, quantity: 2 };

export const cartAbandoned = planEvent({
  name: 'CartAbandoned',
  emitter: 'order',
  description: 'A cart with lines in it was left alone past its deadline.',
  data: z.object({ cartId, buyerId, abandonedAt: instant }),
  example: { cartId: exampleIds.cart, buyerId: null, abandonedAt: '2026-01-01T12:00:00.000Z' },
});

export const fulfillmentShipped = planEvent({
  name: 'FulfillmentShipped',
  emitter: 'order',
  description: 'A parcel of the order left the warehouse.',
  data: z.object({
    orderId,
    fulfillmentId,
    lines: z.array(stockLine).min(1).describe('What is in it.'),
    shippedAt: instant,
  }),
  example: {
    orderId: exampleIds.order,
    fulfillmentId: exampleIds.fulfillment,
    lines: [line],
    shippedAt: '2026-01-01T12:00:00.000Z',
  },
});

export const fulfillmentDelivered = planEvent({
  name: 'FulfillmentDelivered',
  emitter: 'order',
  description: 'A parcel of the order arrived.',
  data: z.object({ orderId, fulfillmentId, deliveredAt: instant }),
  example: {
    orderId: exampleIds.order,
    fulfillmentId: exampleIds.fulfillment,
    deliveredAt: '2026-01-01T12:00:00.000Z',
  },
});

export const returnRequested = planEvent({
  name: 'ReturnRequested',
  emitter: 'order',
  description: 'The buyer wants to send pieces back.',
  data: z.object({
    orderId,
    returnId,
    lines: z.array(stockLine).min(1).describe('What is to come back.'),
    requestedAt: instant,
  }),
  example: {
    orderId: exampleIds.order,
    returnId: exampleIds.return,
    lines: [line],
    requestedAt: '2026-01-01T12:00:00.000Z',
  },
});

export const returnReceived = planEvent({
  name: 'ReturnReceived',
  emitter: 'order',
  description: 'What the buyer sent back has arrived.',
  data: z.object({
    orderId,
    returnId,
    lines: z
      .array(z.object({ variantId, quantity, restock: z.boolean().describe('True: the pieces are for sale again.') }))
      .min(1)
      .describe('What came back.'),
    receivedAt: instant,
  }),
  example: {
    orderId: exampleIds.order,
    returnId: exampleIds.return,
    lines: [{ ...line, restock: true }],
    receivedAt: '2026-01-01T12:00:00.000Z',
  },
});

export const refundRequested = planEvent({
  name: 'RefundRequested',
  emitter: 'order',
  description: 'Money of a captured payment is to go back.',
  data: z.object({ orderId, refundId, amountMinor, currencyCode }),
  example: { orderId: exampleIds.order, refundId: exampleIds.refund, amountMinor: '2100', currencyCode: 'EUR' },
});

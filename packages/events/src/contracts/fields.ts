import { z } from 'zod';

/** A TypeID with this prefix. Events carry ids as the graph shows them. */
const idOf = (prefix: string) =>
  z.string().regex(new RegExp(`^${prefix}_[0-7][0-9a-hjkmnp-tv-z]{25}$`), `not a ${prefix} id`);

export const orderId = idOf('order').describe('The order.');
export const cartId = idOf('cart').describe('The cart the order was made from.');
export const userId = idOf('user').describe('The user.');
export const buyerId = idOf('user').nullable().describe('The signed-in buyer; null for a guest.');
export const productId = idOf('product').describe('The product.');
export const variantId = idOf('variant').describe('The product variant.');
export const paymentId = idOf('payment').describe('The payment.');
export const reviewId = idOf('review').describe('The review.');
export const fulfillmentId = idOf('fulfillment').describe('The parcel.');
export const returnId = idOf('return').describe('The return.');
export const refundId = idOf('refund').describe('The refund.');
export const dataRequestId = idOf('datarequest').describe('The request for export or erasure.');
export const ticketId = idOf('ticket').describe('The support ticket.');

export const amountMinor = z
  .string()
  .regex(/^\d{1,18}$/)
  .describe('An amount in integer minor units of the currency, as decimal text.');
export const currencyCode = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .describe('ISO 4217 currency code.');
export const instant = z.iso.datetime().describe('An instant, UTC, ISO 8601.');
export const quantity = z.int().min(1).max(1_000_000).describe('Pieces.');

export const price = z.object({ currencyCode, amountMinor });
export const stockLine = z.object({ variantId, quantity });
export const shortage = z.object({
  variantId,
  requested: z.int().min(1).describe('Pieces asked for.'),
  available: z.int().min(0).describe('Pieces there were; 0 for a variant that is unknown or not for sale.'),
});

export const exampleIds = {
  order: 'order_01jd8q3v9kf7ztm5w2c4x6y8za',
  cart: 'cart_01jd8q3v9kf7ztm5w2c4x6y8zb',
  user: 'user_01jd8q3v9kf7ztm5w2c4x6y8zc',
  product: 'product_01jd8q3v9kf7ztm5w2c4x6y8zd',
  variant: 'variant_01jd8q3v9kf7ztm5w2c4x6y8ze',
  payment: 'payment_01jd8q3v9kf7ztm5w2c4x6y8zf',
  review: 'review_01jd8q3v9kf7ztm5w2c4x6y8zg',
  fulfillment: 'fulfillment_01jd8q3v9kf7ztm5w2c4x6y8zh',
  return: 'return_01jd8q3v9kf7ztm5w2c4x6y8zj',
  refund: 'refund_01jd8q3v9kf7ztm5w2c4x6y8zk',
  dataRequest: 'datarequest_01jd8q3v9kf7ztm5w2c4x6y8zm',
  ticket: 'ticket_01jd8q3v9kf7ztm5w2c4x6y8zn',
} as const;

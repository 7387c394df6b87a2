import { idFromUuid } from '@cartograph/ids';
import { type CurrencyCode, money } from '@cartograph/money';
import type { Order, OrderLine } from '../domain/order.ts';
import type { OrderLine as OrderLineRow, Order as OrderRow } from './generated/client.ts';

/** What of a row is read back: the payment token is not, it leaves the database only in PaymentRequested. */
export type ReadOrderRow = Omit<OrderRow, 'paymentMethodToken'>;

export const orderOf = (row: ReadOrderRow): Order => ({
  id: idFromUuid('order', row.id),
  cartId: idFromUuid('cart', row.cartId),
  buyerId: row.buyerId === null ? null : idFromUuid('user', row.buyerId),
  guestGeneration: row.guestGeneration,
  // The columns' CHECK constraints hold exactly the domain's values.
  status: row.status as Order['status'],
  paymentStatus: row.paymentStatus as Order['paymentStatus'],
  fulfillmentStatus: row.fulfillmentStatus as Order['fulfillmentStatus'],
  awaiting: row.awaiting as Order['awaiting'],
  total: money(row.totalMinor, row.currency),
  paymentVersion: row.paymentVersion,
  rejection: row.rejection as Order['rejection'],
  cancellation: row.cancellation as Order['cancellation'],
  version: row.version,
  placedAt: row.placedAt,
  pendingUntil: row.pendingUntil,
  updatedAt: row.updatedAt,
  endedAt: row.endedAt,
  correlationId: row.correlationId,
});

export const orderLineOf = (row: OrderLineRow, currency: CurrencyCode): OrderLine => ({
  id: idFromUuid('line', row.id),
  productId: idFromUuid('product', row.productId),
  variantId: idFromUuid('variant', row.variantId),
  title: row.title,
  variantTitle: row.variantTitle,
  sku: row.sku,
  quantity: row.quantity,
  unitPrice: money(row.unitPriceMinor, currency),
  total: money(row.totalMinor, currency),
});

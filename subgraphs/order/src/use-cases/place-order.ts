import { newId } from '@cartograph/ids';
import { isEqual, type Money } from '@cartograph/money';
import { appendEvent, type Transaction } from '@cartograph/outbox';
import type { OrderId } from '../domain/ids.ts';
import type { OrderLine } from '../domain/order.ts';
import { type AvailableLine, isAvailable, totalOf } from '../domain/price-cart.ts';
import { type Refused, refused } from '../domain/refusal.ts';
import { type CartCommand, openCart } from './open-cart.ts';
import type { CartStore, NewOrder, OrderStore } from './ports.ts';

export type PlaceOrder = CartCommand & { readonly expectedTotal: Money; readonly paymentMethodToken: string };

type Parts = { carts: CartStore; orders: OrderStore; pendingForSeconds: number };

/**
 * Turns a cart into a PENDING order and tells product of it. Refused, besides as openCart does, when the cart is empty,
 * holds something that is not for sale, or costs something else than the buyer agreed to.
 */
export const placeOrder =
  (parts: Parts) =>
  async (tx: Transaction, command: PlaceOrder): Promise<{ ok: true; orderId: OrderId } | Refused> => {
    const opened = await openCart(parts)(tx, command);
    if (!opened.ok) return opened;
    const { cart, lines } = opened;
    if (lines.length === 0) return refused({ code: 'CART_EMPTY' });
    const gone = lines.filter((line) => !isAvailable(line));
    if (gone.length > 0) {
      return refused(...gone.map(({ variantId }) => ({ code: 'VARIANT_UNAVAILABLE', variantId }) as const));
    }
    const total = totalOf(lines, cart.currency);
    if (!isEqual(total, command.expectedTotal)) return refused({ code: 'PRICE_CHANGED', currentTotal: total });

    const order: NewOrder = {
      id: newId('order'),
      cartId: cart.id,
      // A guest's cart that is ordered after signing in is the user's order.
      buyerId: cart.buyerId ?? command.requester.buyerId,
      total,
      paymentMethodToken: command.paymentMethodToken,
      pendingForSeconds: parts.pendingForSeconds,
      lines: lines.filter(isAvailable).map(snapshotOf),
    };
    const isPlaced = await record(parts.orders, tx, order);
    // Whoever was erased has no cart any more.
    return isPlaced ? { ok: true, orderId: order.id } : refused({ code: 'CART_NOT_FOUND' });
  };

const record = async (orders: OrderStore, tx: Transaction, order: NewOrder): Promise<boolean> => {
  const placedAt = await orders.insert(tx, order);
  if (!placedAt) return false;
  await appendEvent(tx, {
    name: 'OrderPlaced',
    aggregateId: order.id,
    aggregateVersion: 1,
    data: {
      orderId: order.id,
      cartId: order.cartId,
      buyerId: order.buyerId,
      lines: order.lines.map(({ variantId, quantity }) => ({ variantId, quantity })),
      totalMinor: order.total.amountMinor.toString(),
      currencyCode: order.total.currency,
      placedAt: placedAt.toISOString(),
    },
  });
  return true;
};

const snapshotOf = ({ facts, quantity, unitPrice, total }: AvailableLine): OrderLine => ({
  id: newId('line'),
  productId: facts.productId,
  variantId: facts.variantId,
  title: facts.title,
  variantTitle: facts.variantTitle,
  sku: facts.sku,
  quantity,
  unitPrice,
  total,
});

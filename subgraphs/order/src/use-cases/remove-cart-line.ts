import type { Transaction } from '@cartograph/outbox';
import type { CartId, CartLineId } from '../domain/ids.ts';
import { type Refused, refused } from '../domain/refusal.ts';
import { type CartCommand, openCart } from './open-cart.ts';
import type { CartStore, OrderStore } from './ports.ts';

export type RemoveCartLine = CartCommand & { readonly lineId: CartLineId };

/** Takes a line out of a cart. Refused, besides as openCart does, for an unknown line. */
export const removeCartLine =
  (stores: { carts: CartStore; orders: OrderStore }) =>
  async (tx: Transaction, command: RemoveCartLine): Promise<{ ok: true; cartId: CartId } | Refused> => {
    const opened = await openCart(stores)(tx, command);
    if (!opened.ok) return opened;
    const isRemoved = await stores.carts.removeLine(tx, command.cartId, command.lineId);
    return isRemoved ? { ok: true, cartId: command.cartId } : refused({ code: 'CART_LINE_NOT_FOUND' });
  };

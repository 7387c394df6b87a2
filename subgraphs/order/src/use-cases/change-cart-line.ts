import type { Transaction } from '@cartograph/outbox';
import { setQuantity } from '../domain/change-cart.ts';
import type { CartId, CartLineId } from '../domain/ids.ts';
import type { Refused } from '../domain/refusal.ts';
import { type CartCommand, openCart } from './open-cart.ts';
import type { CartStore, OrderStore } from './ports.ts';

export type ChangeCartLine = CartCommand & { readonly lineId: CartLineId; readonly quantity: number };

/** Sets how many pieces a line has. Refused, besides as openCart does, for an unknown line or a number out of range. */
export const changeCartLine =
  (stores: { carts: CartStore; orders: OrderStore }) =>
  async (tx: Transaction, command: ChangeCartLine): Promise<{ ok: true; cartId: CartId } | Refused> => {
    const opened = await openCart(stores)(tx, command);
    if (!opened.ok) return opened;
    const changed = setQuantity(opened.lines, command);
    if (!changed.ok) return changed;
    await stores.carts.putLine(tx, command.cartId, changed.line);
    return { ok: true, cartId: command.cartId };
  };

import { newId } from '@cartograph/ids';
import type { Transaction } from '@cartograph/outbox';
import { addToCart } from '../domain/change-cart.ts';
import type { CartId, VariantId } from '../domain/ids.ts';
import { priceOf } from '../domain/price-cart.ts';
import { type Refused, refused } from '../domain/refusal.ts';
import { type CartCommand, openCart } from './open-cart.ts';
import type { CartStore, OrderStore } from './ports.ts';

export type AddCartLine = CartCommand & { readonly variantId: VariantId; readonly quantity: number };

/** Puts pieces of a variant into a cart. Refused, besides as openCart does, when it is not for sale or too many. */
export const addCartLine =
  (stores: { carts: CartStore; orders: OrderStore }) =>
  async (tx: Transaction, command: AddCartLine): Promise<{ ok: true; cartId: CartId } | Refused> => {
    const { cartId, variantId, quantity } = command;
    const opened = await openCart(stores)(tx, command);
    if (!opened.ok) return opened;
    const { cart, lines, facts } = opened;
    if (!priceOf(facts, cart.currency)) return refused({ code: 'VARIANT_UNAVAILABLE', variantId });
    const added = addToCart(lines, { variantId, quantity, newLineId: newId('cartline') });
    if (!added.ok) return added;
    await stores.carts.putLine(tx, cartId, added.line);
    return { ok: true, cartId };
  };

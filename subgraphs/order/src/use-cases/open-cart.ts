import type { Transaction } from '@cartograph/outbox';
import type { CartId, VariantId } from '../domain/ids.ts';
import { ownsCart, type Requester } from '../domain/may-see.ts';
import { type Refused, refused } from '../domain/refusal.ts';
import type { CartStore, LockedCart, OrderStore } from './ports.ts';

/** What every change of a cart names. */
export type CartCommand = {
  readonly requester: Requester;
  readonly cartId: CartId;
  /** The version the requester looked at, or null to change whatever there is. */
  readonly expectedVersion: number | null;
};

/**
 * Locks a cart for a change, and reads its lines and the variant that the change is about. Refused when the requester has no such cart (whether it exists is not told), when it
 * became an order, and when it is not the version that the requester looked at.
 */
export const openCart =
  ({ carts, orders }: { carts: CartStore; orders: OrderStore }) =>
  async (
    tx: Transaction,
    { requester, cartId, expectedVersion, variantId }: CartCommand & { readonly variantId?: VariantId },
  ): Promise<({ ok: true } & LockedCart) | Refused> => {
    const locked = await carts.lock(tx, cartId, variantId);
    const cart = locked?.cart;
    if (!cart || !ownsCart(requester, cart)) return refused({ code: 'CART_NOT_FOUND' });
    const orderId = cart.status === 'COMPLETED' ? await orders.idOfCart(tx, cartId) : null;
    if (orderId) return refused({ code: 'CART_ALREADY_ORDERED', orderId });
    if (cart.status !== 'ACTIVE') return refused({ code: 'CART_NOT_FOUND' });
    if (expectedVersion !== null && expectedVersion !== cart.version) {
      return refused({ code: 'VERSION_CONFLICT', currentVersion: cart.version });
    }
    return { ok: true, ...locked };
  };

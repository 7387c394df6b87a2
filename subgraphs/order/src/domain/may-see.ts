import type { CartId, OrderId, UserId } from './ids.ts';

/** Who asks: a signed-in buyer, or a guest with the ids that the guest token opens. */
export type Requester = { readonly buyerId: UserId | null; readonly grants: readonly string[] };

type OwnedCart = { readonly id: CartId; readonly buyerId: UserId | null };
type OwnedOrder = { readonly id: OrderId; readonly buyerId: UserId | null };

/** A cart belongs to its buyer; a guest's cart to whoever holds its token. */
export const ownsCart = ({ buyerId, grants }: Requester, cart: OwnedCart): boolean =>
  cart.buyerId === null ? grants.includes(cart.id) : cart.buyerId === buyerId;

/** An order belongs to its buyer; a guest's order to whoever holds its own token: that of its cart does not open it. */
export const ownsOrder = ({ buyerId, grants }: Requester, order: OwnedOrder): boolean =>
  order.buyerId === null ? grants.includes(order.id) : order.buyerId === buyerId;

import type { CartId, OrderId, UserId } from './ids.ts';

/** What a guest token opens: a cart or an order, while its tokens are of that generation. */
export type Grant = { readonly id: string; readonly generation: number };

/** Who asks: a signed-in buyer, or a guest with what the guest tokens open. */
export type Requester = { readonly buyerId: UserId | null; readonly grants: readonly Grant[] };

/** A thing of a buyer, or of whoever holds a guest token of its present generation. */
type Owned<Id> = { readonly id: Id; readonly buyerId: UserId | null; readonly guestGeneration: number };

/** A cart belongs to its buyer; a guest's cart to whoever holds its token. */
export const ownsCart = (requester: Requester, cart: Owned<CartId>): boolean => owns(requester, cart);

/** An order belongs to its buyer; a guest's order to whoever holds its own token: that of its cart does not open it. */
export const ownsOrder = (requester: Requester, order: Owned<OrderId>): boolean => owns(requester, order);

const owns = ({ buyerId, grants }: Requester, thing: Owned<string>): boolean =>
  thing.buyerId === null
    ? grants.some(({ id, generation }) => id === thing.id && generation === thing.guestGeneration)
    : thing.buyerId === buyerId;

import { parseId } from '@cartograph/ids';
import { guestGrantsOf, hasScope, type Viewer } from '@cartograph/viewer';
import type { Cart } from '../domain/cart.ts';
import { type Grant, ownsCart, ownsOrder, type Requester } from '../domain/may-see.ts';
import type { Order } from '../domain/order.ts';

/** What the viewer of one request may see. */
export type Access = {
  readonly requester: Requester;
  /** Opens what this request has just made for a guest, who gets its token only with the answer. */
  readonly admit: (grant: Grant) => void;
  readonly maySeeCart: (cart: Cart) => boolean;
  readonly maySeeOrder: (order: Order) => boolean;
  readonly maySeeUser: (userId: string) => boolean;
};

/** Decided by the viewer alone, so that every way to a cart or an order asks the same question. */
export const accessOf = (viewer: Viewer): Access => {
  const grants: Grant[] = guestGrantsOf(viewer);
  const requester: Requester = { buyerId: parseId('user', viewer.userId), grants };
  const isStaff = hasScope(viewer, 'order:read:any');
  return {
    requester,
    admit: (grant) => void grants.push(grant),
    maySeeCart: (cart) => ownsCart(requester, cart),
    maySeeOrder: (order) => isStaff || ownsOrder(requester, order),
    // The user subgraph asks for the same scope: a customer who is shown here and hidden there would be a fault to the client.
    maySeeUser: (userId) => (isStaff && hasScope(viewer, 'user:read:any')) || userId === requester.buyerId,
  };
};

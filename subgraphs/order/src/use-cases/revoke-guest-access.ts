import { appendAuditEntry } from '@cartograph/audit';
import { isId } from '@cartograph/ids';
import type { Transaction } from '@cartograph/outbox';
import type { CartId, OrderId } from '../domain/ids.ts';
import { type Refused, refused } from '../domain/refusal.ts';
import type { GuestAccess } from './ports.ts';

export type RevokeGuestAccess = { readonly id: CartId | OrderId; readonly reason: string };
type Revoked = { readonly ok: true; readonly id: CartId | OrderId; readonly generation: number };

/**
 * Ends every guest token that was given out for a cart or an order. Only staff do that, with a reason, and it leaves an
 * audit entry. Refused for what is unknown, and for what has a buyer, who comes without a token.
 */
export const revokeGuestAccess =
  ({ guestAccess }: { guestAccess: GuestAccess }) =>
  async (tx: Transaction, { id, reason }: RevokeGuestAccess): Promise<Revoked | Refused> => {
    const revoked = await guestAccess.revoke(tx, id);
    if (!revoked) return refused({ code: isId('cart', id) ? 'CART_NOT_FOUND' : 'ORDER_NOT_FOUND' });
    if (revoked.buyerId !== null) return refused(isOfBuyer);
    await appendAuditEntry(tx, { action: 'REVOKE_GUEST_ACCESS', subjectId: id, customerId: null, reason });
    return { ok: true, id, generation: revoked.generation };
  };

const isOfBuyer = {
  code: 'INVALID_INPUT',
  message: 'It belongs to somebody who signs in: no guest token opens it.',
  path: ['input', 'id'],
} as const;

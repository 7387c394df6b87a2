import type { Transaction } from '@cartograph/outbox';
import type { AddressId } from '../../domain/people/saved-address.ts';
import type { UserId } from '../../domain/user.ts';
import { type AccountClosed, accountClosed, holdOpenAccount } from './hold-open-account.ts';
import type { PersonStore } from './ports.ts';

export type AddressRemoved =
  | { readonly ok: true }
  | AccountClosed
  | { readonly ok: false; readonly error: { readonly code: 'ADDRESS_NOT_FOUND' } };

/** Takes an address away. What it was offered first for goes to the oldest that is left. */
export const removeAddress =
  ({ people }: { people: PersonStore }) =>
  async (tx: Transaction, { userId, id }: { userId: UserId; id: AddressId }): Promise<AddressRemoved> => {
    if (!(await holdOpenAccount(people, tx, userId))) return accountClosed;
    const kept = await people.addresses(tx, userId);
    const removed = kept.find((address) => address.id === id);
    if (!removed) return { ok: false, error: { code: 'ADDRESS_NOT_FOUND' } };
    await people.removeAddress(tx, { id, userId });
    const heir = kept.find((address) => address.id !== id);
    if (heir && (removed.isShippingDefault || removed.isBillingDefault)) {
      await people.putAddress(tx, {
        id: heir.id,
        userId,
        address: heir,
        isShippingDefault: heir.isShippingDefault || removed.isShippingDefault,
        isBillingDefault: heir.isBillingDefault || removed.isBillingDefault,
      });
    }
    return { ok: true };
  };

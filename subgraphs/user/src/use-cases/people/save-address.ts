import { newId } from '@cartograph/ids';
import type { Transaction } from '@cartograph/outbox';
import type { PostalAddress } from '@cartograph/postal-address';
import { type AddressId, isSamePlace, maxAddresses, type SavedAddress } from '../../domain/people/saved-address.ts';
import type { UserId } from '../../domain/user.ts';
import { type AccountClosed, accountClosed, holdOpenAccount } from './hold-open-account.ts';
import type { AddressDefaults, PersonStore } from './ports.ts';

export type SaveAddress = Partial<AddressDefaults> & {
  readonly userId: UserId;
  /** The address to replace; null to add one. */
  readonly id: AddressId | null;
  readonly address: PostalAddress;
};

export type AddressSaved =
  | { readonly ok: true; readonly address: SavedAddress }
  | AccountClosed
  | { readonly ok: false; readonly error: { readonly code: 'ADDRESS_NOT_FOUND' | 'ADDRESS_LIMIT_REACHED' } };

/**
 * Adds an address, or replaces one. The first is offered first for everything. Adding the same place again, as a second
 * click does, answers with the one that is there.
 */
export const saveAddress =
  ({ people }: { people: PersonStore }) =>
  async (tx: Transaction, { userId, id, address, ...wanted }: SaveAddress): Promise<AddressSaved> => {
    if (!(await holdOpenAccount(people, tx, userId))) return accountClosed;
    const kept = await people.addresses(tx, userId);
    const before = kept.find((each) => (id === null ? isSamePlace(each, address) : each.id === id));
    if (id !== null && !before) return { ok: false, error: { code: 'ADDRESS_NOT_FOUND' } };
    if (!before && kept.length >= maxAddresses) return { ok: false, error: { code: 'ADDRESS_LIMIT_REACHED' } };
    const isFirst = kept.length === 0;
    const saved = await people.putAddress(tx, {
      id: before?.id ?? newId('address'),
      userId,
      address,
      isShippingDefault: isFirst || wanted.isShippingDefault === true || before?.isShippingDefault === true,
      isBillingDefault: isFirst || wanted.isBillingDefault === true || before?.isBillingDefault === true,
    });
    return { ok: true, address: saved };
  };

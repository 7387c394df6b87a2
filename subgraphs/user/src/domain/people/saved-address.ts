import type { Id } from '@cartograph/ids';
import type { PostalAddress } from '@cartograph/postal-address';
import type { UserId } from '../user.ts';

export type AddressId = Id<'address'>;

/** As many as any household or office needs; a list that grows without end would be a store for somebody else's data. */
export const maxAddresses = 50;

/** An address as its user keeps it. */
export type SavedAddress = PostalAddress & {
  readonly id: AddressId;
  readonly userId: UserId;
  readonly isShippingDefault: boolean;
  readonly isBillingDefault: boolean;
  readonly updatedAt: Date;
};

/** The same place written the same way: adding it again adds nothing. */
export const isSamePlace = (one: PostalAddress, other: PostalAddress): boolean => placeOf(one) === placeOf(other);

const placeOf = (address: PostalAddress): string =>
  JSON.stringify([
    address.countryCode,
    address.recipient,
    address.organization,
    address.lines,
    address.dependentLocality,
    address.locality,
    address.region,
    address.postalCode,
    address.sortingCode,
  ]);

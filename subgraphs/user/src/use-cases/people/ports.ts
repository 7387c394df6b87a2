import type { Transaction } from '@cartograph/outbox';
import type { PostalAddress } from '@cartograph/postal-address';
import type { Consent, ConsentPurpose } from '../../domain/people/consent.ts';
import type { Wish } from '../../domain/people/notification-preference.ts';
import type { Profile } from '../../domain/people/profile.ts';
import type { AddressId, SavedAddress } from '../../domain/people/saved-address.ts';
import type { UserId } from '../../domain/user.ts';
import type { UserStatus } from '../../domain/user-status.ts';

/** Which of the user's addresses is offered first. */
export type AddressDefaults = { readonly isShippingDefault: boolean; readonly isBillingDefault: boolean };

/** Accounts, locked: whatever changes what is kept of a person takes the row first, so that erasing and adding cannot pass each other. */
export type AccountLocks = {
  /** The account's status, its row taken until the transaction ends; null when there is none. */
  lock(tx: Transaction, userId: UserId): Promise<UserStatus | null>;
};

/** What is kept of a person beside the account, inside a transaction that holds the account's lock. */
export type PersonStore = AccountLocks & {
  rename(tx: Transaction, userId: UserId, name: string): Promise<void>;
  profile(tx: Transaction, userId: UserId): Promise<Profile>;
  saveProfile(tx: Transaction, userId: UserId, profile: Profile): Promise<void>;
  /** Oldest first. */
  addresses(tx: Transaction, userId: UserId): Promise<readonly SavedAddress[]>;
  /** Writes a new address or replaces the one with that id. A default takes the place of the one before. */
  putAddress(
    tx: Transaction,
    address: { id: AddressId; userId: UserId; address: PostalAddress } & AddressDefaults,
  ): Promise<SavedAddress>;
  removeAddress(tx: Transaction, address: Pick<SavedAddress, 'id' | 'userId'>): Promise<void>;
  /** The decision that holds for a purpose; null where there is none. */
  heldConsent(tx: Transaction, userId: UserId, purpose: ConsentPurpose): Promise<Consent | null>;
  addConsent(tx: Transaction, userId: UserId, decision: Omit<Consent, 'decidedAt'>): Promise<Consent>;
  putWish(tx: Transaction, userId: UserId, wish: Wish): Promise<void>;
};

/** What resolvers read, each in one statement for any number of users. */
export type PersonReads = {
  profiles(ids: readonly UserId[]): Promise<ReadonlyMap<UserId, Profile>>;
  addresses(ids: readonly UserId[]): Promise<ReadonlyMap<UserId, readonly SavedAddress[]>>;
  /** The decision that holds for each purpose. */
  heldConsents(ids: readonly UserId[]): Promise<ReadonlyMap<UserId, readonly Consent[]>>;
  /** Newest first, 200 at most of each user. */
  consentHistories(ids: readonly UserId[]): Promise<ReadonlyMap<UserId, readonly Consent[]>>;
  wishes(ids: readonly UserId[]): Promise<ReadonlyMap<UserId, readonly Wish[]>>;
};

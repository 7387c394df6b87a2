import type { Transaction } from '@cartograph/outbox';
import type { EmailAddress } from '../domain/email-address.ts';
import type { Password } from '../domain/password-rules.ts';
import type { User, UserId } from '../domain/user.ts';

/** A password's hash in PHC string format, with its parameters and salt. */
export type PasswordHash = string & { readonly __passwordHash: true };

export type NewUser = Omit<User, 'version' | 'createdAt'> & { readonly passwordHash: PasswordHash };

export type Users = {
  /** Adds the account inside the transaction. Null when the address has one already, also when both come at once. */
  add(tx: Transaction, user: NewUser): Promise<User | null>;
  /** True while nobody has an account. */
  isEmpty(): Promise<boolean>;
  /** The accounts with these ids, in no order; erased ones are left out. */
  findByIds(ids: readonly UserId[]): Promise<User[]>;
  /** The account of an address and what proves it; null when there is none. */
  findByEmail(email: EmailAddress): Promise<{ user: User; passwordHash: PasswordHash | null } | null>;
};

export type Passwords = {
  /** Hashes with a fresh salt: tens of milliseconds and 19 MiB off the main thread, so never inside a transaction. */
  hash(password: Password): Promise<PasswordHash>;
  /** Whether the hash is this password's. With null for either it works as long as ever and answers false. */
  verify(hash: PasswordHash | null, password: Password | null): Promise<boolean>;
};

export type AccessTokens = {
  /** A bearer token that says who its holder is and what they may do, until `expiresAt`. */
  issue(user: User): Promise<{ accessToken: string; expiresAt: Date }>;
};

import type { Transaction } from '@cartograph/outbox';
import type { EmailAddress } from '../domain/email-address.ts';
import type { Password } from '../domain/password-rules.ts';
import type { User, UserId } from '../domain/user.ts';

/** A password's hash in PHC string format, with its parameters and salt. */
export type PasswordHash = string & { readonly __passwordHash: true };

export type NewUser = Omit<User, 'version' | 'createdAt' | 'emailVerifiedAt'> & {
  /** Null where another issuer keeps the password. */
  readonly passwordHash: PasswordHash | null;
  readonly hasProvedEmail: boolean;
};

/** An account that an address may mean, with what proves it. */
export type Candidate = { readonly user: User; readonly passwordHash: PasswordHash | null };

/** TAKEN: another account has proved the address meanwhile. */
export type EmailProof = 'PROVED' | 'PROVED_BEFORE' | 'TAKEN' | 'NO_ACCOUNT';

export type Users = {
  /** Adds the account inside the transaction. Null when its address is to count as proved and is another's already. */
  add(tx: Transaction, user: NewUser): Promise<User | null>;
  /** True while nobody has an account. */
  isEmpty(): Promise<boolean>;
  /** The accounts with these ids, in no order; erased ones are left out. */
  findByIds(ids: readonly UserId[]): Promise<User[]>;
  /** Whom an address may mean: who has proved it, and the newest of those who only claim it. Two at most. */
  findByEmail(email: EmailAddress): Promise<Candidate[]>;
  /** The account and what proves it; null when there is none, or it was erased. */
  findCandidate(id: UserId): Promise<Candidate | null>;
  /** Makes the address the account's own. Locks its row. */
  proveEmail(tx: Transaction, id: UserId): Promise<{ outcome: EmailProof; user: User | null }>;
  /** Replaces what proves the account. */
  setPasswordHash(tx: Transaction, id: UserId, hash: PasswordHash): Promise<void>;
};

export type Passwords = {
  /** Hashes with a fresh salt: tens of milliseconds and 19 MiB off the main thread, so never inside a transaction. */
  hash(password: Password): Promise<PasswordHash>;
  /** Whether the hash is this password's. With null for either it works as long as ever and answers false. */
  verify(hash: PasswordHash | null, password: Password | null): Promise<boolean>;
};

import type { Cause } from '@cartograph/outbox';
import type { EmailAddress } from '../domain/email-address.ts';
import type { CodePurpose } from '../domain/one-time-code.ts';
import type { Password } from '../domain/password-rules.ts';
import type { SessionEnd } from '../domain/session.ts';
import type { User, UserId } from '../domain/user.ts';
import type { Candidate, PasswordHash } from './ports.ts';

/** What a person holds while signed in: a token to show, and one to get the next pair by. */
export type Grant = {
  readonly accessToken: string;
  readonly expiresAt: Date;
  readonly refreshToken: string;
};

export type NewAccount = {
  readonly userId: UserId;
  readonly email: EmailAddress;
  readonly name: string;
  readonly password: Password;
};

export type ProveAttempt = {
  /** Whom the address may mean; may be nobody, which takes as long. */
  readonly candidates: readonly Candidate[];
  /** Null when the text cannot be anybody's password. */
  readonly password: Password | null;
  /** A code of the second factor, or one of those that replace it. */
  readonly secondFactor: string | null;
};

export type ProofRefusal = 'INVALID_CREDENTIALS' | 'SECOND_FACTOR_REQUIRED' | 'SECOND_FACTOR_WRONG' | 'NOT_VERIFIED';

/** Somebody is who they say. `open` starts a session on the device of that name. */
export type Proved =
  | { readonly ok: true; readonly user: User; readonly open: (device: string) => Promise<Grant> }
  | { readonly ok: false; readonly code: ProofRefusal };

export type Renewed =
  | { readonly ok: true; readonly userId: UserId; readonly grant: Grant }
  | { readonly ok: false; readonly code: 'SESSION_OVER' };

/**
 * Who keeps passwords, sessions and tokens: this subgraph itself (embedded) or Amazon Cognito. Both pass the contract in
 * test/identity-contract. Accounts and whose an address is are ours in either case. Every method may call the network:
 * never inside a transaction.
 */
export type Identity = {
  /** Takes up a new account. Returns what the account's own row has to keep of it: a hash, or null. */
  enrol(account: NewAccount): Promise<PasswordHash | null>;
  /** Takes back an account that was taken up in vain, as its registration had been done before. */
  withdraw(userId: UserId): Promise<void>;
  /** Starts the first session of an account just opened; null where its address has to be proved before. */
  welcome(user: User, cause: Cause): ((device: string) => Promise<Grant>) | null;
  /** Proves a password, and the second factor where the account has one. */
  prove(attempt: ProveAttempt, cause: Cause): Promise<Proved>;
  /** The next pair of tokens. A token that comes again after its answer arrived ends its whole session. */
  renew(refreshToken: string, cause: Cause): Promise<Renewed>;
  /** Ends the session of the token; nothing happens for what is no live token. */
  end(refreshToken: string, cause: Cause): Promise<void>;
  /** Ends every session of the account; its access tokens live on until they expire. */
  endAll(sessions: { userId: UserId; reason: SessionEnd }, cause: Cause): Promise<void>;
  /** Nobody gets tokens for the account any more, whichever way they ask whoever issues them. */
  bar(userId: UserId): Promise<void>;
  /** Takes that back. */
  admit(userId: UserId): Promise<void>;
  /** Sends a code to the account's address. `isFirst` at registration, where some issuers have sent it by themselves. */
  sendCode(code: { user: User; purpose: CodePurpose; isFirst: boolean }, cause: Cause): Promise<void>;
  /** Whether the code proves the account's address. May be asked again with the same code. */
  redeemCode(proof: { userId: UserId; code: string }, cause: Cause): Promise<boolean>;
  /** Sets a new password against a code; every session ends, and a second factor that the owner never proved goes. */
  resetPassword(reset: { user: User; code: string; password: Password }, cause: Cause): Promise<boolean>;
  /** Sets a new password for whoever proves the old one; every session ends, `open` starts the first new one. */
  changePassword(change: ProveAttempt & { readonly newPassword: Password }, cause: Cause): Promise<Proved>;
};

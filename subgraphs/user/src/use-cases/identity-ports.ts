import type { Transaction } from '@cartograph/outbox';
import type { EmailAddress } from '../domain/email-address.ts';
import type { PresentedToken } from '../domain/judge-refresh.ts';
import type { CodePurpose } from '../domain/one-time-code.ts';
import type { Session, SessionEnd, SessionId } from '../domain/session.ts';
import type { User, UserId } from '../domain/user.ts';

export type NewSession = {
  readonly id: SessionId;
  readonly userId: UserId;
  readonly device: string;
  readonly lifetimeSeconds: number;
  readonly rotationSecret: Uint8Array<ArrayBuffer>;
  readonly tokenHash: Uint8Array<ArrayBuffer>;
};

/** A token as it was found, its session locked. */
export type FoundToken = PresentedToken & {
  readonly sessionId: SessionId;
  readonly userId: UserId;
  /** The database's clock: every replica judges by the same. */
  readonly now: Date;
};

export type Sessions = {
  /** Adds a session with its first token, and ends the longest unused ones beyond the most that one account may have. */
  open(tx: Transaction, session: NewSession): Promise<void>;
  /** What gives the token that follows; null for an unknown token. */
  rotationSecret(tokenHash: Uint8Array<ArrayBuffer>): Promise<Uint8Array | null>;
  /** Finds a token and locks its session, so that of two who present it at once one waits. */
  lock(
    tx: Transaction,
    token: { hash: Uint8Array<ArrayBuffer>; nextHash: Uint8Array<ArrayBuffer> },
  ): Promise<FoundToken | null>;
  /** Takes a token and puts the next one in its place. */
  rotate(
    tx: Transaction,
    token: { hash: Uint8Array<ArrayBuffer>; nextHash: Uint8Array<ArrayBuffer>; sessionId: SessionId },
  ): Promise<void>;
  /** Ends one session of the account; false when it has no such session that still lives. */
  end(tx: Transaction, session: { id: SessionId; userId: UserId; reason: SessionEnd }): Promise<boolean>;
  /** Ends all sessions of the account; returns how many lived. */
  endAllOf(tx: Transaction, userId: UserId, reason: SessionEnd): Promise<number>;
  /** The live sessions of the account, the last used first. */
  listOf(userId: UserId): Promise<Session[]>;
};

export type OneTimeCodes = {
  add(
    tx: Transaction,
    code: { userId: UserId; purpose: CodePurpose; hash: Uint8Array<ArrayBuffer>; lifetimeSeconds: number },
  ): Promise<void>;
  /** Takes the code. REPEATED for one that was taken already and still lives. */
  redeem(
    tx: Transaction,
    code: { userId: UserId; purpose: CodePurpose; hash: Uint8Array<ArrayBuffer> },
  ): Promise<'TAKEN' | 'REPEATED' | 'WRONG'>;
  /** Makes the other codes of that purpose worthless. */
  forget(tx: Transaction, userId: UserId, purpose: CodePurpose): Promise<void>;
};

export type SecondFactor = { readonly secret: Uint8Array; readonly isConfirmed: boolean; readonly lastStep: bigint };

export type SecondFactors = {
  find(userId: UserId): Promise<SecondFactor | null>;
  /** Keeps a secret that still has to be confirmed; false when a confirmed one is there. */
  propose(tx: Transaction, userId: UserId, secret: Uint8Array<ArrayBuffer>): Promise<boolean>;
  /** Turns the proposed factor on, with the codes that replace it once each. */
  confirm(
    tx: Transaction,
    factor: { userId: UserId; step: bigint; recoveryHashes: readonly Uint8Array<ArrayBuffer>[] },
  ): Promise<boolean>;
  /** Notes that a code of this time step was taken; false when it, or a later one, was taken before. */
  takeStep(tx: Transaction, userId: UserId, step: bigint): Promise<boolean>;
  takeRecoveryCode(tx: Transaction, userId: UserId, hash: Uint8Array<ArrayBuffer>): Promise<boolean>;
  remove(tx: Transaction, userId: UserId): Promise<void>;
};

export type MailKind =
  | 'REGISTERED'
  | 'VERIFY_EMAIL'
  | 'RESET_PASSWORD'
  | 'PASSWORD_CHANGED'
  | 'SESSION_REUSED'
  | 'SECOND_FACTOR_ON'
  | 'SECOND_FACTOR_OFF';

/** For an account, or for an address that may be nobody's. */
export type NewMailJob = { readonly kind: MailKind } & ({ readonly userId: UserId } | { readonly email: EmailAddress });

export type MailJob = {
  readonly id: string;
  readonly kind: MailKind;
  readonly userId: UserId | null;
  readonly email: EmailAddress | null;
  readonly attempts: number;
};

export type MailJobs = {
  /** Asks for a mail, together with the change it tells of. It is written and sent after the commit. */
  add(tx: Transaction, job: NewMailJob): Promise<void>;
  /** The next one that is due, hidden from others for a while that grows with its attempts; null when none is. */
  claim(): Promise<MailJob | null>;
  finish(id: string): Promise<void>;
};

/** A mail as it leaves: plain text. */
export type Mail = {
  /** The same however often this mail is sent: a channel that knows it delivers once. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
};

/** Hands a mail to whoever delivers it; rejects when it was not taken. */
export type SendMail = (mail: Mail) => Promise<void>;

export type AccessTokens = {
  /** A bearer token that says who its holder is and what they may do, until `expiresAt`. */
  issue(user: User, sessionId: SessionId): Promise<{ accessToken: string; expiresAt: Date }>;
};

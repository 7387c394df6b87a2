import type { Id } from '@cartograph/ids';

export type SessionId = Id<'session'>;

/** Why a session ended before its time. */
export type SessionEnd =
  | 'SIGNED_OUT'
  | 'ENDED_ELSEWHERE'
  | 'PASSWORD_CHANGED'
  | 'PASSWORD_RESET'
  | 'TOKEN_REUSED'
  | 'SUSPENDED'
  | 'ERASED';

/** A sign-in on one device. */
export type Session = {
  readonly id: SessionId;
  /** What the person would call the device, such as "Firefox on Linux". */
  readonly device: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
  readonly expiresAt: Date;
};

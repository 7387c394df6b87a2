import type { Id } from '@cartograph/ids';
import type { EmailAddress } from './email-address.ts';
import type { UserStatus } from './user-status.ts';

export type UserId = Id<'user'>;

/** An account, without what proves its owner's identity: the password's hash never leaves the sign-in path. */
export type User = {
  readonly id: UserId;
  readonly email: EmailAddress;
  readonly name: string;
  readonly status: UserStatus;
  /** What the user's access tokens allow; empty for customers. */
  readonly scopes: readonly string[];
  readonly version: number;
  readonly createdAt: Date;
};

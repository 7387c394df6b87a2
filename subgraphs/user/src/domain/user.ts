import type { Id } from '@cartograph/ids';
import type { Role } from '@cartograph/viewer';
import type { EmailAddress } from './email-address.ts';
import type { UserStatus } from './user-status.ts';

export type UserId = Id<'user'>;

/** An account, without what proves its owner's identity: the password's hash never leaves the sign-in path. */
export type User = {
  readonly id: UserId;
  readonly email: EmailAddress;
  /** Null while the address is only claimed: several accounts may claim one, and one alone can prove it. */
  readonly emailVerifiedAt: Date | null;
  readonly name: string;
  readonly status: UserStatus;
  /** What the user is in this shop; what that allows stands in @cartograph/viewer. */
  readonly roles: readonly Role[];
  readonly version: number;
  readonly createdAt: Date;
};

export type UserStatus = 'UNVERIFIED' | 'ACTIVE' | 'SUSPENDED' | 'ERASED';

type StatusRow = { readonly maySignIn: boolean; readonly next: readonly UserStatus[] };

/**
 * The life of an account. UNVERIFIED may sign in and buy: what the missing proof of the address withholds is decided
 * where it matters. ERASED is the end: the row stays so that orders keep their customer's id.
 */
export const userStatuses: Readonly<Record<UserStatus, StatusRow>> = {
  UNVERIFIED: { maySignIn: true, next: ['ACTIVE', 'SUSPENDED', 'ERASED'] },
  ACTIVE: { maySignIn: true, next: ['SUSPENDED', 'ERASED'] },
  // Back to what it was: an address is no more proved for having been suspended.
  SUSPENDED: { maySignIn: false, next: ['UNVERIFIED', 'ACTIVE', 'ERASED'] },
  ERASED: { maySignIn: false, next: [] },
};

export type StatusChange =
  | { readonly ok: true; readonly status: UserStatus }
  | {
      readonly ok: false;
      readonly error: { readonly code: 'STATUS_CHANGE_REFUSED'; readonly from: UserStatus; readonly to: UserStatus };
    };

/** The new status, or why an account cannot go there from where it is. */
export const changeStatus = (from: UserStatus, to: UserStatus): StatusChange =>
  userStatuses[from].next.includes(to)
    ? { ok: true, status: to }
    : { ok: false, error: { code: 'STATUS_CHANGE_REFUSED', from, to } };

/** True for every status the table knows: rows of the database are checked by it. */
export const isUserStatus = (text: string): text is UserStatus => Object.hasOwn(userStatuses, text);

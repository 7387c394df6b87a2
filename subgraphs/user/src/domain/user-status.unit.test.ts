import { describe, expect, it } from 'vitest';
import { changeStatus, isUserStatus, type UserStatus, userStatuses } from './user-status.ts';

const all = Object.keys(userStatuses) as UserStatus[];

describe('the life of an account', () => {
  it('goes from unverified over active and suspended to erased', () => {
    const path: UserStatus[] = ['UNVERIFIED', 'ACTIVE', 'SUSPENDED', 'ERASED'];
    for (const [index, to] of path.entries()) {
      const from = path[index - 1];
      expect(from === undefined || changeStatus(from, to).ok).toBe(true);
    }
  });

  it('ends with being erased, and says so to whoever wants it back', () => {
    for (const to of all) {
      expect(changeStatus('ERASED', to)).toEqual({
        ok: false,
        error: { code: 'STATUS_CHANGE_REFUSED', from: 'ERASED', to },
      });
    }
  });

  it('can be ended from anywhere, never stays where it is, and is unverified again only after a suspension', () => {
    for (const from of all) {
      expect(changeStatus(from, 'ERASED').ok).toBe(from !== 'ERASED');
      expect(changeStatus(from, 'UNVERIFIED').ok).toBe(from === 'SUSPENDED');
      expect(changeStatus(from, from).ok).toBe(false);
    }
  });

  it('lets the unverified and the active sign in, and nobody else', () => {
    expect(all.filter((status) => userStatuses[status].maySignIn)).toEqual(['UNVERIFIED', 'ACTIVE']);
  });

  it('knows its own words only', () => {
    expect(isUserStatus('ACTIVE')).toBe(true);
    expect(isUserStatus('toString')).toBe(false);
  });
});

import type { Cause } from '@cartograph/outbox';
import type { User } from '../domain/user.ts';
import { userStatuses } from '../domain/user-status.ts';
import type { Grant, Identity } from './identity.ts';
import type { Users } from './ports.ts';

export type Refreshed = { ok: true; user: User; grant: Grant } | { ok: false; error: { code: 'SESSION_OVER' } };

const over: Refreshed = { ok: false, error: { code: 'SESSION_OVER' } };

/** Gets the next pair of tokens. One answer for a token that is unknown, used up, expired or signed out. */
export const refreshSession =
  ({ users, identity }: { users: Users; identity: Identity }) =>
  async (refreshToken: string, cause: Cause): Promise<Refreshed> => {
    const renewed = await identity.renew(refreshToken, cause);
    if (!renewed.ok) return over;
    const user = (await users.findCandidate(renewed.userId))?.user;
    if (!user || !userStatuses[user.status].maySignIn) return over;
    return { ok: true, user, grant: renewed.grant };
  };

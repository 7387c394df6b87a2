import { parseId } from '@cartograph/ids';
import { unauthenticated } from '@cartograph/subgraph-server';
import type { Context } from '../context.ts';
import { deviceName } from '../domain/device-name.ts';
import type { User, UserId } from '../domain/user.ts';
import type { Grant } from '../use-cases/identity.ts';
import type { UserError } from './user-errors.ts';

/** The answer to whoever has just proved to be this user. */
export const signedIn = ({ access }: Context, user: User, grant: Grant) => {
  access.noteProof(user.id);
  return { user, ...grant, userErrors: [] };
};

/** The answer that hands out nothing. */
export const notSignedIn = (...userErrors: UserError[]) => ({
  user: null,
  accessToken: null,
  expiresAt: null,
  refreshToken: null,
  userErrors,
});

/** The viewer's own account. Throws UNAUTHENTICATED when nobody is signed in, or not as a user of ours. */
export const ownId = ({ viewer }: Context): UserId => {
  const id = parseId('user', viewer.userId);
  if (id === null) throw unauthenticated();
  return id;
};

/** What the viewer's device is called in the list of sessions. */
export const deviceOf = ({ client }: Context): string => deviceName(client.userAgent);

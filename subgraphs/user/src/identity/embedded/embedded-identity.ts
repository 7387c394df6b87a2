import type { Identity } from '../../use-cases/identity.ts';
import type { EmbeddedParts } from './embedded-parts.ts';
import { redeemCode, resetPassword, sendCode } from './mailed-codes.ts';
import { openSession } from './open-session.ts';
import { provePassword } from './prove-password.ts';
import { hashRefreshToken, isRefreshToken } from './refresh-chain.ts';
import { renewSession } from './renew-session.ts';

/** This subgraph as its own identity provider: passwords, sessions and codes in its database, tokens by its own keys. */
export const embeddedIdentity = (parts: EmbeddedParts): Identity => {
  const { passwords, sessions, users, unitOfWork } = parts;
  const prove = provePassword(parts);
  const open = openSession(parts);
  return {
    enrol: ({ password }) => passwords.hash(password),
    // A hash that no row keeps is nobody's.
    withdraw: async () => undefined,
    welcome: (user, cause) => (device) => open({ user, device, cause }),
    prove,
    renew: renewSession(parts),
    end: async (refreshToken, cause) => {
      if (!isRefreshToken(refreshToken)) return;
      const hash = hashRefreshToken(refreshToken);
      await unitOfWork(cause, async (tx) => {
        const token = await sessions.lock(tx, { hash, nextHash: hash });
        if (token) await sessions.end(tx, { id: token.sessionId, userId: token.userId, reason: 'SIGNED_OUT' });
      });
    },
    endAll: async ({ userId, reason }, cause) => {
      await unitOfWork(cause, (tx) => sessions.endAllOf(tx, userId, reason));
    },
    // Its status says it: nothing here gives out tokens without a look at it.
    bar: async () => undefined,
    admit: async () => undefined,
    sendCode: sendCode(parts),
    redeemCode: redeemCode(parts),
    resetPassword: resetPassword(parts),
    changePassword: async ({ newPassword, ...attempt }, cause) => {
      const proved = await prove(attempt, cause);
      if (!proved.ok) return proved;
      const hash = await passwords.hash(newPassword);
      await unitOfWork(cause, async (tx) => {
        await users.setPasswordHash(tx, proved.user.id, hash);
        await sessions.endAllOf(tx, proved.user.id, 'PASSWORD_CHANGED');
      });
      return proved;
    },
  };
};

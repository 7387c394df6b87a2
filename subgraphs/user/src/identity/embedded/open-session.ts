import { newId } from '@cartograph/ids';
import type { Cause } from '@cartograph/outbox';
import type { User } from '../../domain/user.ts';
import type { Grant } from '../../use-cases/identity.ts';
import type { EmbeddedParts } from './embedded-parts.ts';
import { hashRefreshToken, newRefreshToken, newRotationSecret } from './refresh-chain.ts';

type Parts = Pick<EmbeddedParts, 'sessions' | 'accessTokens' | 'unitOfWork' | 'rules'>;

/** Starts a session of somebody who has just been proved. */
export const openSession =
  ({ sessions, accessTokens, unitOfWork, rules }: Parts) =>
  async ({ user, device, cause }: { user: User; device: string; cause: Cause }): Promise<Grant> => {
    const id = newId('session');
    const refreshToken = newRefreshToken();
    const session = {
      id,
      userId: user.id,
      device,
      lifetimeSeconds: rules.sessionLifetimeSeconds,
      rotationSecret: newRotationSecret(),
      tokenHash: hashRefreshToken(refreshToken),
    };
    await unitOfWork(cause, (tx) => sessions.open(tx, session));
    return { ...(await accessTokens.issue(user, id)), refreshToken };
  };

import type { Cause, UnitOfWork } from '@cartograph/outbox';
import type { SessionId } from '../domain/session.ts';
import type { UserId } from '../domain/user.ts';
import type { Identity } from './identity.ts';
import type { Sessions } from './identity-ports.ts';

type Dependencies = { readonly identity: Identity; readonly sessions: Sessions; readonly unitOfWork: UnitOfWork };

/** Signs out: one session by its token, one of one's own by its id, or all of them. */
export const endSessions = ({ identity, sessions, unitOfWork }: Dependencies) => ({
  /** Answers the same for a token that is none. */
  byToken: (refreshToken: string, cause: Cause): Promise<void> => identity.end(refreshToken, cause),
  /** False when the viewer has no such session, or it has ended. */
  byId: (session: { id: SessionId; userId: UserId }, cause: Cause): Promise<boolean> =>
    unitOfWork(cause, (tx) => sessions.end(tx, { ...session, reason: 'ENDED_ELSEWHERE' })),
  everywhere: (userId: UserId, cause: Cause): Promise<void> => identity.endAll({ userId, reason: 'SIGNED_OUT' }, cause),
});

import type { Cause, Transaction } from '@cartograph/outbox';
import { judgeRefresh } from '../../domain/judge-refresh.ts';
import type { User } from '../../domain/user.ts';
import { userStatuses } from '../../domain/user-status.ts';
import type { Renewed } from '../../use-cases/identity.ts';
import type { FoundToken } from '../../use-cases/identity-ports.ts';
import type { EmbeddedParts } from './embedded-parts.ts';
import { hashRefreshToken, isRefreshToken, nextRefreshToken } from './refresh-chain.ts';

type Bytes = Uint8Array<ArrayBuffer>;
type Link = { readonly hash: Bytes; readonly nextHash: Bytes };

const over: Renewed = { ok: false, code: 'SESSION_OVER' };

/**
 * Takes a refresh token and gives the next pair. A token that is presented again after its answer was lost gets the same
 * next one; one that comes again later ends its session, as two hold it, and its owner is told by mail.
 */
export const renewSession =
  (parts: EmbeddedParts) =>
  async (refreshToken: string, cause: Cause): Promise<Renewed> => {
    if (!isRefreshToken(refreshToken)) return over;
    const hash = hashRefreshToken(refreshToken);
    const secret = await parts.sessions.rotationSecret(hash);
    if (secret === null) return over;
    const next = nextRefreshToken(refreshToken, secret);
    const link = { hash, nextHash: hashRefreshToken(next) };
    const renewed = await parts.unitOfWork(cause, (tx) => takeLink(parts, tx, link));
    if (renewed === null) return over;
    const { user, sessionId } = renewed;
    const grant = { ...(await parts.accessTokens.issue(user, sessionId)), refreshToken: next };
    return { ok: true, userId: user.id, grant };
  };

const takeLink = async (parts: EmbeddedParts, tx: Transaction, link: Link) => {
  const { sessions, users, rules } = parts;
  const token = await sessions.lock(tx, link);
  if (token === null) return null;
  const { sessionId, userId } = token;
  const verdict = judgeRefresh(token, token.now, rules);
  if (verdict === 'REUSED') await endReused(parts, tx, token);
  if (verdict === 'REUSED' || verdict === 'OVER') return null;
  const user = (await users.findCandidate(userId))?.user ?? null;
  if (user === null || !maySignIn(user)) {
    await sessions.end(tx, { id: sessionId, userId, reason: 'SUSPENDED' });
    return null;
  }
  if (verdict === 'ROTATE') await sessions.rotate(tx, { ...link, sessionId });
  return { user, sessionId };
};

const endReused = async ({ sessions, mailJobs }: EmbeddedParts, tx: Transaction, token: FoundToken) => {
  await sessions.end(tx, { id: token.sessionId, userId: token.userId, reason: 'TOKEN_REUSED' });
  await mailJobs.add(tx, { kind: 'SESSION_REUSED', userId: token.userId });
};

const maySignIn = (user: User): boolean => userStatuses[user.status].maySignIn;

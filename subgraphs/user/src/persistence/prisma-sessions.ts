import { idFromUuid, uuidOfId } from '@cartograph/ids';
import type { FoundToken, Sessions } from '../use-cases/identity-ports.ts';
import type { PrismaClient } from './generated/client.ts';
import { within } from './within.ts';

/** More than anybody's devices; a list of them needs no pages. */
export const maxSessions = 50;

type LockedRow = {
  sessionId: string;
  userId: string;
  usedAt: Date | null;
  isSuccessorUsed: boolean;
  endedAt: Date | null;
  expiresAt: Date;
  lastUsedAt: Date;
  now: Date;
};

/** Sessions and the chains of their refresh tokens, in PostgreSQL. */
export const prismaSessions = (prisma: PrismaClient): Sessions => ({
  open: openSession,
  lock: lockToken,
  rotationSecret: async (tokenHash) => {
    const found = await prisma.refreshToken.findUnique({
      where: { tokenHash },
      select: { session: { select: { rotationSecret: true } } },
    });
    return found?.session.rotationSecret ?? null;
  },
  rotate: async (tx, { hash, nextHash, sessionId }) => {
    const db = within(tx);
    await db.$executeRaw`UPDATE refresh_token SET used_at = clock_timestamp() WHERE token_hash = ${hash}`;
    await db.$executeRaw`
      INSERT INTO refresh_token (token_hash, session_id) VALUES (${nextHash}, ${uuidOfId(sessionId)}::uuid)`;
    await db.$executeRaw`
      UPDATE session SET last_used_at = clock_timestamp() WHERE id = ${uuidOfId(sessionId)}::uuid`;
  },
  end: async (tx, { id, userId, reason }) => {
    const ended = await within(tx).$executeRaw`
      UPDATE session SET ended_at = now(), end_reason = ${reason}
      WHERE id = ${uuidOfId(id)}::uuid AND user_id = ${uuidOfId(userId)}::uuid
        AND ended_at IS NULL AND expires_at > now()`;
    return ended === 1;
  },
  endAllOf: (tx, userId, reason) =>
    within(tx).$executeRaw`
      UPDATE session SET ended_at = now(), end_reason = ${reason}
      WHERE user_id = ${uuidOfId(userId)}::uuid AND ended_at IS NULL AND expires_at > now()`,
  listOf: async (userId) => {
    const rows = await prisma.session.findMany({
      where: { userId: uuidOfId(userId), endedAt: null, expiresAt: { gt: new Date() } },
      select: { id: true, device: true, createdAt: true, lastUsedAt: true, expiresAt: true },
      orderBy: [{ lastUsedAt: 'desc' }, { id: 'desc' }],
      take: maxSessions,
    });
    return rows.map(({ id, ...row }) => ({ id: idFromUuid('session', id), ...row }));
  },
});

const openSession: Sessions['open'] = async (tx, session) => {
  const { id, userId, device, lifetimeSeconds, rotationSecret, tokenHash } = session;
  const db = within(tx);
  await db.$executeRaw`
    INSERT INTO session (id, user_id, device, expires_at, rotation_secret)
    VALUES (${uuidOfId(id)}::uuid, ${uuidOfId(userId)}::uuid, ${device},
            now() + make_interval(secs => ${lifetimeSeconds}::double precision), ${rotationSecret})`;
  await db.$executeRaw`
    INSERT INTO refresh_token (token_hash, session_id) VALUES (${tokenHash}, ${uuidOfId(id)}::uuid)`;
  await db.$executeRaw`
    UPDATE session SET ended_at = now(), end_reason = 'ENDED_ELSEWHERE'
    WHERE id IN (
      SELECT id FROM session WHERE user_id = ${uuidOfId(userId)}::uuid AND ended_at IS NULL
      ORDER BY last_used_at DESC, id DESC OFFSET ${maxSessions}
    )`;
};

const lockToken: Sessions['lock'] = async (tx, { hash, nextHash }) => {
  const db = within(tx);
  // First the lock, then the look: a statement that waited for the lock still sees the rows as they were before.
  await db.$queryRaw`
    SELECT 1 FROM session WHERE id = (SELECT session_id FROM refresh_token WHERE token_hash = ${hash}) FOR UPDATE`;
  const [row] = await db.$queryRaw<LockedRow[]>`
    SELECT s.id AS "sessionId", s.user_id AS "userId", t.used_at AS "usedAt",
           EXISTS (SELECT 1 FROM refresh_token n WHERE n.token_hash = ${nextHash} AND n.used_at IS NOT NULL)
             AS "isSuccessorUsed",
           s.ended_at AS "endedAt", s.expires_at AS "expiresAt", s.last_used_at AS "lastUsedAt", clock_timestamp() AS now
    FROM refresh_token t JOIN session s ON s.id = t.session_id
    WHERE t.token_hash = ${hash}`;
  return row ? foundToken(row) : null;
};

const foundToken = ({ sessionId, userId, usedAt, isSuccessorUsed, now, ...session }: LockedRow): FoundToken => ({
  sessionId: idFromUuid('session', sessionId),
  userId: idFromUuid('user', userId),
  usedAt,
  isSuccessorUsed,
  session,
  now,
});

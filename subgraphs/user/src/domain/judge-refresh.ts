/** A refresh token as it is found when somebody presents it. */
export type PresentedToken = {
  readonly usedAt: Date | null;
  /** True when the token that followed it was used as well, or was followed itself. */
  readonly isSuccessorUsed: boolean;
  readonly session: { readonly endedAt: Date | null; readonly expiresAt: Date; readonly lastUsedAt: Date };
};

export type RefreshRules = {
  /** A session that nobody used for so long is over. */
  readonly idleSeconds: number;
  /** For so long a token that was used may come again, as its answer may have been lost on the way. */
  readonly repeatSeconds: number;
};

/**
 * ROTATE: the token is taken, the next one follows. REPEAT: the answer was lost, the same next one is given again.
 * REUSED: two hold the token, and which of them stole it nobody knows: the session ends for both. OVER: it has ended.
 */
export type RefreshVerdict = 'ROTATE' | 'REPEAT' | 'REUSED' | 'OVER';

/** Judges a refresh token (RFC 9700, section 4.14.2) at the database's time `now`. */
export const judgeRefresh = (token: PresentedToken, now: Date, rules: RefreshRules): RefreshVerdict => {
  const { session, usedAt, isSuccessorUsed } = token;
  if (session.endedAt !== null || session.expiresAt <= now) return 'OVER';
  if (secondsBetween(session.lastUsedAt, now) > rules.idleSeconds) return 'OVER';
  if (usedAt === null) return 'ROTATE';
  return !isSuccessorUsed && secondsBetween(usedAt, now) <= rules.repeatSeconds ? 'REPEAT' : 'REUSED';
};

const secondsBetween = (earlier: Date, later: Date): number => (later.getTime() - earlier.getTime()) / 1_000;

import type { Cause } from '@cartograph/outbox';
import type { ProofRefusal, ProveAttempt, Proved } from '../../use-cases/identity.ts';
import type { Candidate } from '../../use-cases/ports.ts';
import { checkSecondFactor } from './check-second-factor.ts';
import type { EmbeddedParts } from './embedded-parts.ts';
import { openSession } from './open-session.ts';

/** Whom an address may mean at most: always so many hashes are computed, or the time would tell how many there are. */
const mostCandidates = 2;

/** Proves a password against all that an address may mean, and the second factor of the one it fits. */
export const provePassword = (parts: EmbeddedParts) => {
  const check = checkSecondFactor(parts);
  const open = openSession(parts);
  return async (attempt: ProveAttempt, cause: Cause): Promise<Proved> => {
    const found = await findByPassword(parts, attempt);
    if (found === null) return refused('INVALID_CREDENTIALS');
    const { user } = found;
    const verdict = await check({ userId: user.id, text: attempt.secondFactor, cause });
    if (verdict !== 'RIGHT') return refused(verdict);
    return { ok: true, user, open: (device) => open({ user, device, cause }) };
  };
};

const findByPassword = async ({ passwords }: EmbeddedParts, { candidates, password }: ProveAttempt) => {
  const slots = Array.from({ length: mostCandidates }, (_, index): Candidate | null => candidates[index] ?? null);
  const fits = await Promise.all(slots.map((slot) => passwords.verify(slot?.passwordHash ?? null, password)));
  return slots.find((_, index) => fits[index]) ?? null;
};

const refused = (code: ProofRefusal): Proved => ({ ok: false, code });

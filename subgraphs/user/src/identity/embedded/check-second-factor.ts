import type { Cause } from '@cartograph/outbox';
import { parseCode } from '../../domain/one-time-code.ts';
import type { UserId } from '../../domain/user.ts';
import type { SecondFactor } from '../../use-cases/identity-ports.ts';
import type { EmbeddedParts } from './embedded-parts.ts';
import { totpStep } from './totp.ts';

type Parts = Pick<EmbeddedParts, 'factors' | 'keys' | 'unitOfWork' | 'clock'>;
type Check = { readonly userId: UserId; readonly text: string | null; readonly cause: Cause };
export type FactorVerdict = 'RIGHT' | 'SECOND_FACTOR_REQUIRED' | 'SECOND_FACTOR_WRONG';

const maxTextLength = 64;

/** Whether the second factor is right, or there is none. A code, and a recovery code too, is taken once. */
export const checkSecondFactor =
  (parts: Parts) =>
  async ({ userId, text, cause }: Check): Promise<FactorVerdict> => {
    const factor = await parts.factors.find(userId);
    if (!factor?.isConfirmed) return 'RIGHT';
    if (text === null) return 'SECOND_FACTOR_REQUIRED';
    if (text.length > maxTextLength) return 'SECOND_FACTOR_WRONG';
    const isTaken =
      (await takeTotp(parts, factor, { userId, text, cause })) || (await takeRecovery(parts, { userId, text, cause }));
    return isTaken ? 'RIGHT' : 'SECOND_FACTOR_WRONG';
  };

/** The purpose under which recovery codes are hashed. */
export const recoveryPurpose = (userId: UserId): string => `RECOVERY ${userId}`;

const takeTotp = async (
  { factors, keys, unitOfWork, clock }: Parts,
  factor: SecondFactor,
  { userId, text, cause }: Check & { text: string },
): Promise<boolean> => {
  const secret = Buffer.from(keys.open(factor.secret, userId)).toString();
  const step = totpStep({ secret, code: text, now: clock() });
  return step !== null && unitOfWork(cause, (tx) => factors.takeStep(tx, userId, step));
};

const takeRecovery = async (
  { factors, keys, unitOfWork }: Parts,
  { userId, text, cause }: Check & { text: string },
): Promise<boolean> => {
  const code = parseCode(text);
  if (code === null) return false;
  const hash = keys.hash(recoveryPurpose(userId), code);
  return unitOfWork(cause, (tx) => factors.takeRecoveryCode(tx, userId, hash));
};

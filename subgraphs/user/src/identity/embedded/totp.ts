import { generateSecret, generateURI, verifySync } from 'otplib';

/** RFC 6238 as every authenticator app does it: six digits, a step of 30 s. */
const codePattern = /^\d{6}$/;
/** One step to either side: for clocks that differ, and people who type slowly. */
const toleranceSeconds = 30;

/** A new secret, in the base 32 in which apps take it. */
export const newTotpSecret = (): string => generateSecret();

/** What an app reads from a QR code. */
export const totpUri = ({ secret, label }: { secret: string; label: string }): string =>
  generateURI({ issuer: 'Cartograph', label, secret });

/** The time step of which this is the code, or null when it is none of this moment's. */
export const totpStep = ({ secret, code, now }: { secret: string; code: string; now: Date }): bigint | null => {
  const digits = code.replace(/\s/g, '');
  if (!codePattern.test(digits)) return null;
  const epoch = Math.floor(now.getTime() / 1_000);
  const result = verifySync({ secret, token: digits, epoch, epochTolerance: toleranceSeconds });
  return result.valid && 'timeStep' in result ? BigInt(result.timeStep) : null;
};

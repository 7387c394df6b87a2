import { randomBytes } from 'node:crypto';
import type { Cause } from '@cartograph/outbox';
import { codeBytes, codeFrom, spellCode } from '../../domain/one-time-code.ts';
import { preparePassword } from '../../domain/password-rules.ts';
import type { UserId } from '../../domain/user.ts';
import type { ProofRefusal } from '../../use-cases/identity.ts';
import type { SecondFactorSteps } from '../../use-cases/second-factor.ts';
import { recoveryPurpose } from './check-second-factor.ts';
import type { EmbeddedParts } from './embedded-parts.ts';
import { provePassword } from './prove-password.ts';
import { newTotpSecret, totpStep, totpUri } from './totp.ts';

const recoveryCodes = 10;

type Owner = { readonly userId: UserId; readonly password: string; readonly secondFactor: string | null };

/** Turns a second factor on, by password and a first code, and off again, by password and a code. */
export const secondFactorSteps = (parts: EmbeddedParts): SecondFactorSteps => ({
  start: start(parts),
  confirm: confirm(parts),
  remove: async (owner, cause) => {
    const { factors, mailJobs, unitOfWork } = parts;
    const refusal = await refusalOf(parts, owner, cause);
    if (refusal !== null) return { ok: false, code: refusal };
    await unitOfWork(cause, async (tx) => {
      await factors.remove(tx, owner.userId);
      await mailJobs.add(tx, { kind: 'SECOND_FACTOR_OFF', userId: owner.userId });
    });
    return { ok: true };
  },
});

const refusalOf = async (parts: EmbeddedParts, owner: Owner, cause: Cause): Promise<ProofRefusal | null> => {
  const candidate = await parts.users.findCandidate(owner.userId);
  const attempt = { password: preparePassword(owner.password), secondFactor: owner.secondFactor };
  const proved = await provePassword(parts)({ candidates: candidate === null ? [] : [candidate], ...attempt }, cause);
  return proved.ok ? null : proved.code;
};

const start =
  (parts: EmbeddedParts): SecondFactorSteps['start'] =>
  async ({ userId, password }, cause) => {
    const { users, keys, factors, unitOfWork } = parts;
    const candidate = await users.findCandidate(userId);
    if (candidate?.user.emailVerifiedAt === null) return { ok: false, code: 'NOT_VERIFIED' };
    const refusal = await refusalOf(parts, { userId, password, secondFactor: null }, cause);
    // Whoever has a second factor already is told so after the password alone.
    if (refusal === 'SECOND_FACTOR_REQUIRED') return { ok: false, code: 'SECOND_FACTOR_ON' };
    if (refusal !== null) return { ok: false, code: refusal };
    const secret = newTotpSecret();
    const sealed = keys.seal(Buffer.from(secret), userId);
    const isProposed = await unitOfWork(cause, (tx) => factors.propose(tx, userId, sealed));
    if (!isProposed) return { ok: false, code: 'SECOND_FACTOR_ON' };
    return { ok: true, secret, uri: totpUri({ secret, label: candidate?.user.email ?? userId }) };
  };

const confirm =
  ({ factors, keys, unitOfWork, mailJobs, clock }: EmbeddedParts): SecondFactorSteps['confirm'] =>
  async ({ userId, code }, cause) => {
    const factor = await factors.find(userId);
    if (factor?.isConfirmed) return { ok: false, code: 'SECOND_FACTOR_ON' };
    const secret = factor && Buffer.from(keys.open(factor.secret, userId)).toString();
    const step = secret === null ? null : totpStep({ secret, code, now: clock() });
    if (step === null) return { ok: false, code: 'SECOND_FACTOR_WRONG' };
    const codes = Array.from({ length: recoveryCodes }, () => codeFrom(randomBytes(codeBytes)));
    const recoveryHashes = codes.map((one) => keys.hash(recoveryPurpose(userId), one));
    const isConfirmed = await unitOfWork(cause, async (tx) => {
      const isOn = await factors.confirm(tx, { userId, step, recoveryHashes });
      if (isOn) await mailJobs.add(tx, { kind: 'SECOND_FACTOR_ON', userId });
      return isOn;
    });
    return isConfirmed ? { ok: true, recoveryCodes: codes.map(spellCode) } : { ok: false, code: 'SECOND_FACTOR_ON' };
  };

import { randomBytes, randomUUID } from 'node:crypto';
import type { Cause } from '@cartograph/outbox';
import { type CodePurpose, codeBytes, codeFrom, parseCode } from '../../domain/one-time-code.ts';
import type { UserId } from '../../domain/user.ts';
import { codeMail } from '../../mail/texts.ts';
import type { Identity } from '../../use-cases/identity.ts';
import type { EmbeddedParts } from './embedded-parts.ts';

/** Long enough for a mail that is read the next day; a reset is asked for when it is wanted. */
const lifetimeSeconds: Readonly<Record<CodePurpose, number>> = { VERIFY_EMAIL: 86_400, RESET_PASSWORD: 3_600 };

/** The purpose under which a code is hashed: one account's code means nothing for another. */
const hashPurpose = (purpose: CodePurpose, userId: UserId): string => `${purpose} ${userId}`;

/** Makes a code, keeps its hash and mails it. Sent again after a failure it is another one, and both are good. */
export const sendCode =
  ({ codes, keys, sendMail, unitOfWork }: EmbeddedParts): Identity['sendCode'] =>
  async ({ user, purpose }, cause) => {
    const code = codeFrom(randomBytes(codeBytes));
    const hash = keys.hash(hashPurpose(purpose, user.id), code);
    await unitOfWork(cause, (tx) =>
      codes.add(tx, { userId: user.id, purpose, hash, lifetimeSeconds: lifetimeSeconds[purpose] }),
    );
    // Another code is another mail: under the id of the one before it would never be delivered.
    await sendMail(codeMail(purpose, { user, code, id: randomUUID() }));
  };

/** Whether the code proves the address; the same code again does, too, as its first answer may have been lost. */
export const redeemCode =
  ({ codes, keys, unitOfWork }: EmbeddedParts): Identity['redeemCode'] =>
  async ({ userId, code: text }, cause: Cause) => {
    const code = parseCode(text);
    if (code === null) return false;
    const hash = keys.hash(hashPurpose('VERIFY_EMAIL', userId), code);
    return (await unitOfWork(cause, (tx) => codes.redeem(tx, { userId, purpose: 'VERIFY_EMAIL', hash }))) !== 'WRONG';
  };

/**
 * Sets the password against a code from the mailbox. All sessions end. Whoever opened an account on an address that is
 * not theirs loses it here, second factor included: the one who reads the mail has it.
 */
export const resetPassword =
  ({ codes, keys, unitOfWork, passwords, users, sessions, factors }: EmbeddedParts): Identity['resetPassword'] =>
  async ({ user, code: text, password }, cause) => {
    const code = parseCode(text);
    const passwordHash = await passwords.hash(password);
    if (code === null) return false;
    const hash = keys.hash(hashPurpose('RESET_PASSWORD', user.id), code);
    return unitOfWork(cause, async (tx) => {
      if ((await codes.redeem(tx, { userId: user.id, purpose: 'RESET_PASSWORD', hash })) !== 'TAKEN') return false;
      await codes.forget(tx, user.id, 'RESET_PASSWORD');
      await users.setPasswordHash(tx, user.id, passwordHash);
      await sessions.endAllOf(tx, user.id, 'PASSWORD_RESET');
      if (user.emailVerifiedAt === null) await factors.remove(tx, user.id);
      return true;
    });
  };

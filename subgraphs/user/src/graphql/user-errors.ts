import { idempotencyKeyRule } from '@cartograph/outbox';
import { type PasswordRefusal, passwordLength } from '../domain/password-rules.ts';
import type { RegistrationError } from '../use-cases/prepare-registration.ts';
import type { SecondFactorRefusal } from '../use-cases/second-factor.ts';
import type { SignInRefusal } from '../use-cases/sign-in.ts';
import type { ResolversTypes } from './generated/resolver-types.ts';

export type UserError = Awaited<ResolversTypes['UserError']>;

const { minimum, maximum } = passwordLength;

export const emailTaken: UserError = {
  __typename: 'EmailTakenError',
  code: 'EMAIL_TAKEN',
  message: 'Another account has this address. Sign in with that one, or set a new password for it.',
  path: ['input', 'code'],
};

export const invalidCode: UserError = {
  __typename: 'InvalidCodeError',
  code: 'INVALID_CODE',
  message: 'This code is wrong, was used, or is too old. Ask for another one.',
  path: ['input', 'code'],
};

export const sessionOver: UserError = {
  __typename: 'SessionOverError',
  code: 'SESSION_OVER',
  message: 'The session has ended. Sign in again.',
  path: ['input', 'refreshToken'],
};

export const sessionNotFound: UserError = {
  __typename: 'SessionOverError',
  code: 'SESSION_NOT_FOUND',
  message: 'You have no such session, or it has ended.',
  path: ['input', 'sessionId'],
};

export const notSupported: UserError = {
  __typename: 'NotSupportedError',
  code: 'NOT_SUPPORTED',
  message: 'This is done by the identity provider of this shop, not here.',
  path: null,
};

export const idempotencyKeyReused: UserError = {
  __typename: 'IdempotencyKeyReusedError',
  code: 'IDEMPOTENCY_KEY_REUSED',
  message: 'This idempotency key was used before with another input.',
  path: ['input', 'idempotencyKey'],
};

const invalid = (field: string, message: string): UserError => ({
  __typename: 'InvalidInputError',
  code: 'INVALID_INPUT',
  message,
  path: ['input', field],
});

export const invalidIdempotencyKey = invalid('idempotencyKey', idempotencyKeyRule);

const inputSentences = {
  email: 'This is not an e-mail address.',
  name: 'A name has 1 to 100 characters and no control characters.',
} as const;

const passwordSentences: Readonly<Record<PasswordRefusal, string>> = {
  PASSWORD_TOO_SHORT: `The password needs at least ${minimum} characters.`,
  PASSWORD_TOO_LONG: `The password may have at most ${maximum} characters.`,
  PASSWORD_TOO_COMMON: 'This password is one of the first that anybody would try.',
};

/** What the client is told of a new password that cannot be taken. */
export const passwordError = (code: PasswordRefusal, field: string): UserError => ({
  __typename: 'PasswordRefusedError',
  code,
  message: passwordSentences[code],
  minimumLength: minimum,
  maximumLength: maximum,
  path: ['input', field],
});

/** What the client is told of a fault in the input of register. */
export const registrationError = (error: RegistrationError): UserError =>
  error.code === 'INVALID_INPUT'
    ? invalid(error.field, inputSentences[error.field])
    : passwordError(error.code, 'password');

const refusals: Readonly<Record<SignInRefusal | SecondFactorRefusal, UserError>> = {
  INVALID_CREDENTIALS: {
    __typename: 'InvalidCredentialsError',
    code: 'INVALID_CREDENTIALS',
    message: 'The address and the password do not belong together.',
    path: ['input'],
  },
  ACCOUNT_SUSPENDED: {
    __typename: 'AccountSuspendedError',
    code: 'ACCOUNT_SUSPENDED',
    message: 'This account is suspended.',
    path: ['input'],
  },
  NOT_VERIFIED: {
    __typename: 'EmailNotVerifiedError',
    code: 'EMAIL_NOT_VERIFIED',
    message: 'Prove your address first, by the code that was mailed to it.',
    path: ['input'],
  },
  SECOND_FACTOR_REQUIRED: {
    __typename: 'SecondFactorError',
    code: 'SECOND_FACTOR_REQUIRED',
    message: 'This account asks for a code of its authenticator app, too.',
    path: ['input', 'secondFactor'],
  },
  SECOND_FACTOR_WRONG: {
    __typename: 'SecondFactorError',
    code: 'SECOND_FACTOR_WRONG',
    message: 'This code is wrong, or was used already. Wait for the next one.',
    path: ['input', 'secondFactor'],
  },
  SECOND_FACTOR_ON: {
    __typename: 'SecondFactorError',
    code: 'SECOND_FACTOR_ON',
    message: 'This account has a second factor already.',
    path: ['input'],
  },
};

/** What the client is told of a proof that did not hold. */
export const proofError = (code: SignInRefusal | SecondFactorRefusal): UserError => refusals[code];

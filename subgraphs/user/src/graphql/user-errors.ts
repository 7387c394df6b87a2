import { passwordLength } from '../domain/password-rules.ts';
import type { RegistrationError } from '../use-cases/prepare-registration.ts';
import type { SignedIn } from '../use-cases/sign-in.ts';
import type { ResolversTypes } from './generated/resolver-types.ts';

type UserError = Awaited<ResolversTypes['UserError']>;
type SignInCode = Extract<SignedIn, { ok: false }>['error']['code'];

const { minimum, maximum } = passwordLength;
const limits = { minimumLength: minimum, maximumLength: maximum, path: ['input', 'password'] };

export const emailTaken: UserError = {
  __typename: 'EmailTakenError',
  code: 'EMAIL_TAKEN',
  message: 'There is an account with this address already.',
  path: ['input', 'email'],
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

export const invalidIdempotencyKey = invalid('idempotencyKey', 'An idempotency key has 1 to 255 characters.');

const sentences = {
  email: 'This is not an e-mail address.',
  name: 'A name has 1 to 100 characters and no control characters.',
  PASSWORD_TOO_SHORT: `The password needs at least ${minimum} characters.`,
  PASSWORD_TOO_LONG: `The password may have at most ${maximum} characters.`,
  PASSWORD_TOO_COMMON: 'This password is one of the first that anybody would try.',
} as const;

/** What the client is told of a fault in the input of register. */
export const registrationError = (error: RegistrationError): UserError =>
  error.code === 'INVALID_INPUT'
    ? invalid(error.field, sentences[error.field])
    : { __typename: 'PasswordRefusedError', code: error.code, message: sentences[error.code], ...limits };

const signInErrors: Readonly<Record<SignInCode, UserError>> = {
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
};

/** What the client is told of a refused sign-in. */
export const signInError = (code: SignInCode): UserError => signInErrors[code];

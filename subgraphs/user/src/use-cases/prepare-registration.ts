import { newId } from '@cartograph/ids';
import { type EmailAddress, parseEmailAddress } from '../domain/email-address.ts';
import { type Password, type PasswordRefusal, parseNewPassword } from '../domain/password-rules.ts';
import type { UserId } from '../domain/user.ts';
import { parseUserName } from '../domain/user-name.ts';

export type RegistrationInput = { readonly email: string; readonly password: string; readonly name: string };

/** A registration that nothing can refuse any more. */
export type Registration = {
  readonly id: UserId;
  readonly email: EmailAddress;
  readonly name: string;
  readonly password: Password;
};

export type RegistrationError = { code: 'INVALID_INPUT'; field: 'email' | 'name' } | { code: PasswordRefusal };

/** Checks the whole input and reports every fault at once. */
export const prepareRegistration = (
  input: RegistrationInput,
): { ok: true; registration: Registration } | { ok: false; errors: RegistrationError[] } => {
  const email = parseEmailAddress(input.email);
  const name = parseUserName(input.name);
  const judged = parseNewPassword(input.password, email);
  if (email === null || name === null || !judged.ok) {
    const errors: RegistrationError[] = [];
    if (email === null) errors.push({ code: 'INVALID_INPUT', field: 'email' });
    if (name === null) errors.push({ code: 'INVALID_INPUT', field: 'name' });
    if (!judged.ok) errors.push({ code: judged.refusal });
    return { ok: false, errors };
  }
  return { ok: true, registration: { id: newId('user'), email, name, password: judged.password } };
};

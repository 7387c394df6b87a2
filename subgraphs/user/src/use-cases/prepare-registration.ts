import { type EmailAddress, parseEmailAddress } from '../domain/email-address.ts';
import { type PasswordRefusal, parseNewPassword } from '../domain/password-rules.ts';
import { parseUserName } from '../domain/user-name.ts';
import type { PasswordHash, Passwords } from './ports.ts';

export type RegistrationInput = { readonly email: string; readonly password: string; readonly name: string };

/** A registration that only the uniqueness of its address can still refuse. */
export type Registration = { readonly email: EmailAddress; readonly name: string; readonly passwordHash: PasswordHash };

export type RegistrationError = { code: 'INVALID_INPUT'; field: 'email' | 'name' } | { code: PasswordRefusal };

/** Checks the whole input, reports every fault at once, and hashes the password before any transaction is open. */
export const prepareRegistration =
  ({ passwords }: { passwords: Passwords }) =>
  async (
    input: RegistrationInput,
  ): Promise<{ ok: true; registration: Registration } | { ok: false; errors: RegistrationError[] }> => {
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
    return { ok: true, registration: { email, name, passwordHash: await passwords.hash(judged.password) } };
  };

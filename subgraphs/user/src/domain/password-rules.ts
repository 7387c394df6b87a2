import { commonPasswords } from './common-passwords.ts';
import type { EmailAddress } from './email-address.ts';

/** A password in the form that is hashed. Never logged, never stored. */
export type Password = string & { readonly __password: true };

const passwordRefusals = ['PASSWORD_TOO_SHORT', 'PASSWORD_TOO_LONG', 'PASSWORD_TOO_COMMON'] as const;

export type PasswordRefusal = (typeof passwordRefusals)[number];

/** True for a code that says which rule a new password breaks. */
export const isPasswordRefusal = (code: string): code is PasswordRefusal =>
  passwordRefusals.some((refusal) => refusal === code);

/** In characters (Unicode code points), as NIST SP 800-63B, section 5.1.1.2, counts them. The ceiling bounds the hash's work. */
export const passwordLength = { minimum: 10, maximum: 128 } as const;

/**
 * The form that is hashed and compared: NFKC (NIST SP 800-63B, 5.1.1.2), so that the same keys on another keyboard give the
 * same password. Null when the text cannot be anyone's password because it is too long; safe on input of any length.
 */
export const preparePassword = (text: string): Password | null => {
  // No character takes more than two UTF-16 units: whatever is longer is refused before it is looked at.
  if (text.length > passwordLength.maximum * 2) return null;
  const password = text.normalize('NFKC');
  return [...password].length > passwordLength.maximum ? null : (password as Password);
};

/** The password to open an account with, or the rule that it breaks. `email` is refused as its own account's password. */
export const parseNewPassword = (
  text: string,
  email: EmailAddress | null,
): { ok: true; password: Password } | { ok: false; refusal: PasswordRefusal } => {
  const password = preparePassword(text);
  if (password === null) return { ok: false, refusal: 'PASSWORD_TOO_LONG' };
  if ([...password].length < passwordLength.minimum) return { ok: false, refusal: 'PASSWORD_TOO_SHORT' };
  const folded = password.toLowerCase();
  const isOneCharacter = new Set(folded).size === 1;
  if (isOneCharacter || commonPasswords.has(folded) || folded === email)
    return { ok: false, refusal: 'PASSWORD_TOO_COMMON' };
  return { ok: true, password };
};

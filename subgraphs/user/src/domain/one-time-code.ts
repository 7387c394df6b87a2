/** What a mailed code is for: a code of one purpose opens nothing of the other. */
export type CodePurpose = 'VERIFY_EMAIL' | 'RESET_PASSWORD';

/** A code in the form that is hashed and compared. Mailed once, never logged, never stored. */
export type OneTimeCode = string & { readonly __oneTimeCode: true };

/** Crockford's base 32: nobody has to tell 0 from O or 1 from I and L. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 10;
const maxRawLength = 64;

/** How many random bytes `codeFrom` turns into a code: 50 bits, too many to guess, so that wrong guesses need not burn it. */
export const codeBytes = length;

/** The code that these random bytes are; only five bits of each count. */
export const codeFrom = (random: Uint8Array): OneTimeCode => {
  const text = Array.from(random.subarray(0, length), (byte) => alphabet[byte & 31]).join('');
  if (text.length !== length) throw new Error('too few random bytes for a code');
  return text as OneTimeCode;
};

/** As a person reads it best. */
export const spellCode = (code: OneTimeCode): string => `${code.slice(0, 5)}-${code.slice(5)}`;

/** The code as typed, forgiving case, blanks, dashes and the letters that look like digits; null when it can be none. */
export const parseCode = (text: string): OneTimeCode | null => {
  if (text.length > maxRawLength) return null;
  const plain = text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return plain.length === length && [...plain].every((letter) => alphabet.includes(letter))
    ? (plain as OneTimeCode)
    : null;
};

/** What somebody says of themself beside their account. */
export type Profile = { readonly locale: string | null; readonly phone: string | null };

const e164 = /^\+[1-9]\d{6,14}$/;

/** A number in the form of E.164, blanks and the usual signs between its digits left out; null for what is none. */
export const parsePhone = (text: string): string | null => {
  if (text.length > 40) return null;
  const digits = text.replace(/[\s()./-]/g, '');
  return e164.test(digits) ? digits : null;
};

/** A language tag of BCP 47 in its canonical form; null for what is none. */
export const parseLocale = (text: string): string | null => {
  if (text.length > 35) return null;
  try {
    return Intl.getCanonicalLocales(text)[0] ?? null;
  } catch {
    return null;
  }
};

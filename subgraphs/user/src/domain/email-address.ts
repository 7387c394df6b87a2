/** An e-mail address in the one form under which an account is kept and found. */
export type EmailAddress = string & { readonly __emailAddress: true };

/** RFC 5321, section 4.5.3.1: 64 for the local part, 254 for the whole (a path of 256 less its angle brackets). */
const maxLength = 254;
const maxLocalLength = 64;
/** Untrusted text is cut off here before any work is spent on it: NFKC may shorten text, but never this far. */
const maxRawLength = 1_024;

/** RFC 5322 atext and dots, with letters of any script (RFC 6531); quoted local parts and IP domains are not taken. */
const localPattern = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const domainPattern = /^([\p{L}\p{N}]([\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{M}]{2,63}$/u;
const punycodeEnding = /\.xn--[a-z0-9-]{1,59}$/;

/**
 * Trims, composes (NFKC) and lowers the text, so that one mailbox cannot open two accounts by another spelling. Only this
 * form is ever stored or written to: mail to the form as typed could reach another's mailbox that folds to the same.
 */
export const normaliseEmail = (text: string): string => {
  const composed = text.normalize('NFKC').trim();
  // Lowering may leave text decomposed: H with a line below is two characters, its small letter is one.
  return composed.toLowerCase().normalize('NFKC');
};

/** The address in its normalised form, or null when the text is none. Safe on untrusted input of any length. */
export const parseEmailAddress = (text: string): EmailAddress | null => {
  if (text.length > maxRawLength) return null;
  const email = normaliseEmail(text);
  const at = email.lastIndexOf('@');
  const local = email.slice(0, at);
  const domain = email.slice(at + 1);
  if (at < 1 || local.length > maxLocalLength || email.length > maxLength) return null;
  if (!localPattern.test(local)) return null;
  return domainPattern.test(domain.replace(punycodeEnding, '.xn')) ? (email as EmailAddress) : null;
};

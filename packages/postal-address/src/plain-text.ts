/** Control characters, lone surrogates, line separators and the marks that turn the direction of the text around. */
const forbidden = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;

export const maxCharacters = 100;

/** Longer than anything that could still be trimmed to a valid text. */
const maxRawLength = 1_024;

/** The text, composed and with single blanks; empty when there is none, null when it is too long or not plain. */
export const plainText = (text: string | null | undefined): string | null => {
  if (text === null || text === undefined) return '';
  if (text.length > maxRawLength) return null;
  const trimmed = text.normalize('NFC').trim();
  if (forbidden.test(trimmed)) return null;
  const spaced = trimmed.replace(/\s+/gu, ' ');
  return [...spaced].length <= maxCharacters ? spaced : null;
};

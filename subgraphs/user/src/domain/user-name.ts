const maxCharacters = 100;
const maxRawLength = 1_024;

/** Control characters, lone surrogates and the marks that turn the direction of the text around a name. */
const forbidden = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** The name, composed and without blanks around it, or null when it is empty, over 100 characters or not plain text. */
export const parseUserName = (text: string): string | null => {
  if (text.length > maxRawLength) return null;
  const name = text.normalize('NFC').trim();
  if (forbidden.test(name) || !visible.test(name)) return null;
  return [...name].length <= maxCharacters ? name : null;
};

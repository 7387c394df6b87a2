const longText = 64;
/** A quotation mark, a backslash, a control character or half a surrogate pair. */
const needsEscape = /["\\\p{Cc}\p{Cs}]/u;

/** A string as JSON, most of which need no escaping: faster than JSON.stringify for short ones. */
export const quote = (text: string): string => {
  if (text.length > longText) return needsEscape.test(text) ? JSON.stringify(text) : `"${text}"`;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 32 || code === 34 || code === 92 || (code >= 0xd800 && code <= 0xdfff)) return JSON.stringify(text);
  }
  return `"${text}"`;
};

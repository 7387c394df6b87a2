/** Longer words are cut: nobody types them, and an index entry has a limit. */
const longestWord = 64;
/** So that one endless description does not become an endless index entry. */
const mostWords = 2_000;
const mostQueryWords = 12;

/** Lower case without accents, so that `creme` finds `Crème`. */
export const foldText = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The distinct words of some texts, folded, in their order. */
export const searchWords = (texts: readonly (string | null)[]): string[] => {
  const words = foldText(texts.filter((text) => text !== null).join(' ')).match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words.map(cut))].slice(0, mostWords);
};

/**
 * What a buyer typed as a tsquery: each word must be the beginning of a word of the product. Null when there is no
 * word in it. Words are letters and digits only, so nothing of the query language can come in.
 */
export const searchExpression = (query: string): string | null => {
  const words = searchWords([query]).slice(0, mostQueryWords);
  return words.length === 0 ? null : words.map((word) => `'${word}':*`).join(' & ');
};

/** Cut by code point: half a surrogate pair is no text. */
const cut = (word: string): string => (word.length <= longestWord ? word : [...word].slice(0, longestWord).join(''));

/** The same signs and length that an import accepts as a handle. */
export const isProductSlug = (text: string): boolean => /^[\p{L}\p{N}_-]{1,255}$/u.test(text);

/** A path of such names; a category path of the exchange format has at most some thousand characters. */
export const isCategorySlug = (text: string): boolean => /^[\p{L}\p{N}/-]{1,1500}$/u.test(text);

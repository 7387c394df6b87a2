const controls = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

/**
 * The text without control characters. What is in a queue was written by whoever could send there: shown as it is, it
 * could move the cursor and make a terminal say what is not so.
 */
export const plainText = (text: string): string => text.replaceAll(controls, '\uFFFD');

/** A key as clients choose them: printable ASCII without blanks, as PostgreSQL's text takes no NUL. */
export const isIdempotencyKey = (text: string): boolean => /^[\x21-\x7e]{1,255}$/.test(text);

/** The rule, for whoever broke it. */
export const idempotencyKeyRule = 'It must be 1 to 255 printable ASCII characters without blanks.';

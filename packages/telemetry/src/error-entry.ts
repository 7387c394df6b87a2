/** What stands in an error beside its words, and never holds a value of somebody's. */
const harmless = ['code', 'errno', 'syscall', 'port', 'severity', 'table', 'column', 'constraint', 'statusCode'];

const deepest = 4;

/**
 * An error as it is logged: its kind, its words, where it was thrown, and what caused it. Everything else stays out, as
 * drivers put there what they worked on: PostgreSQL's `detail` repeats the whole row that a constraint refused.
 */
export const errorEntry = (error: unknown, depth = 0): unknown => {
  if (!(error instanceof Error)) return typeof error === 'string' ? error : { type: typeof error };
  const words = withoutValues(error);
  const inner = (cause: unknown) => errorEntry(cause, depth + 1);
  return {
    type: error.constructor.name,
    message: words,
    stack: error.stack?.replace(error.message, () => words),
    ...Object.fromEntries(harmless.flatMap((name) => entryOf(error, name))),
    ...(depth < deepest && error.cause !== undefined && { cause: inner(error.cause) }),
    ...(depth < deepest && error instanceof AggregateError && { errors: error.errors.map(inner) }),
  };
};

const entryOf = (error: Error, name: string): [string, string | number][] => {
  const value = (error as unknown as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'string' || typeof value === 'number' ? [[name, value]] : [];
};

/** Class 22 of PostgreSQL's codes (data exceptions) quotes what it could not read; also where Prisma hands it on. */
const dataException = /^22[\dA-Z]{3}$/;
const handedOn = /Code: `22[\dA-Z]{3}`/;

const withoutValues = (error: Error): string => {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const quotesValue = dataException.test(code) || handedOn.test(error.message);
  return quotesValue ? error.message.replace(/".*"/s, '"[redacted]"') : error.message;
};

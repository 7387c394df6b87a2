/** What is behind an error, outermost first: Prisma and the driver each wrap what they were given. */
const chainOf = (error: unknown): { code: string; message: string }[] => {
  if (!(error instanceof Error)) return [];
  const code = 'code' in error ? String(error.code) : '';
  const inner: unknown = error instanceof AggregateError ? error.errors.at(0) : error.cause;
  return [{ code, message: error.message }, ...chainOf(inner)];
};

const cures: readonly { matches: RegExp; sentence: string }[] = [
  {
    matches:
      /ECONNREFUSED|ENOTFOUND|EHOSTUNREACH|P1001|DatabaseNotReachable|Connection terminated|Can't reach database/,
    sentence: 'The database does not answer: is the shop ("pnpm start") still running, or PRODUCT_DATABASE_URL wrong?',
  },
  {
    matches: /28P01|28000|P1000|AuthenticationFailed|password authentication/,
    sentence: 'The database refuses the user or password in its URL.',
  },
  {
    matches: /42P01|P2021|TableDoesNotExist|does not exist/,
    sentence:
      'The database is not the one of the product subgraph, or has not been migrated: start the shop once with "pnpm start".',
  },
  {
    matches: /ERR_MODULE_NOT_FOUND/,
    sentence: 'The database clients are not generated yet: run "pnpm generate" once.',
  },
];

/** One sentence that names the cure, for failures that are not the file's fault; the bare message for unknown ones. */
export const explainFailure = (error: unknown): string => {
  const chain = chainOf(error);
  const text = chain.map(({ code, message }) => `${code} ${message}`).join('\n');
  return (
    cures.find(({ matches }) => matches.test(text))?.sentence ??
    `The import failed: ${chain.at(0)?.message ?? String(error)}`
  );
};

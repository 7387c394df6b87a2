/** What a migration allows itself: `-- schema-check: allow DROPS because the column was never filled`. */
export const allowancesOf = (sql: string): ReadonlyMap<string, string> =>
  new Map(
    [...sql.matchAll(/^--\s*schema-check:\s*allow\s+([A-Z_]+)\s+(\S.*)$/gm)].map(([, code = '', reason = '']) => [
      code,
      reason.trim(),
    ]),
  );

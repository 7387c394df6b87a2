/** What a subgraph allows with an answer, as its Cache-Control header says it. */
export type Allowance = {
  readonly scope: 'public' | 'private';
  readonly freshMs: number;
  /** How much longer it may be given away while a newer one is fetched (RFC 5861). */
  readonly staleMs: number;
};

/** Null for a header that allows nothing, or that is not understood. */
export const readCacheControl = (header: string): Allowance | null => {
  const words = header.split(',').map((word) => word.trim().toLowerCase());
  const scope = words.find((word) => word === 'public' || word === 'private');
  const freshMs = secondsOf(words, 'max-age') * 1_000;
  const isForbidden = words.some((word) => word === 'no-store' || word === 'no-cache');
  if (!scope || isForbidden || freshMs <= 0) return null;
  return { scope, freshMs, staleMs: secondsOf(words, 'stale-while-revalidate') * 1_000 };
};

const secondsOf = (words: readonly string[], name: string): number => {
  const digits = words.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1);
  return digits !== undefined && /^\d{1,9}$/.test(digits) ? Number(digits) : 0;
};

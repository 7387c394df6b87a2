/**
 * What one operation may ask of the graph. `pnpm schema:check` holds every known client operation against these, before
 * it is deployed; who enforces limits on requests reads them here too, so that what passes the check is also served.
 */
export const operationLimits = {
  /** Fields inside fields; `{ order { lines { total { amount } } } }` is 4 deep. */
  maxDepth: 12,
  /** By `measureOperation`: roughly the objects that an answer can have. */
  maxCost: 5_000,
  /** The most that a page may hold; `first` and `last` beyond it are refused by the subgraphs. */
  maxPageSize: 100,
  /** What a list without a page size is taken to hold. */
  assumedListSize: 10,
  /** What a connection without `first` and `last` is taken to hold. */
  assumedPageSize: 24,
} as const;

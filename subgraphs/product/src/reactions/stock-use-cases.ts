import type { commitStock } from '../use-cases/commit-stock.ts';
import type { holdStock } from '../use-cases/hold-stock.ts';
import type { releaseStock } from '../use-cases/release-stock.ts';

/** The use cases that events of other subgraphs call. */
export type StockUseCases = {
  readonly holdStock: ReturnType<typeof holdStock>;
  readonly commitStock: ReturnType<typeof commitStock>;
  readonly releaseStock: ReturnType<typeof releaseStock>;
};

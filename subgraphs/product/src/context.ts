import type { AuditEntries } from '@cartograph/audit';
import type { UnitOfWork } from '@cartograph/outbox';
import type { PersonalRecords } from '@cartograph/personal-data';
import type { SubgraphRequest } from '@cartograph/subgraph-server';
import { createLoaders, type Loaders } from './graphql/loaders.ts';
import type { CatalogReads } from './use-cases/catalog-reads.ts';
import type { changePrice } from './use-cases/change-price.ts';
import type { setProductStatus } from './use-cases/set-product-status.ts';

/** What the process has once, for all requests. */
export type Parts = {
  readonly reads: CatalogReads;
  readonly auditEntries: AuditEntries;
  readonly unitOfWork: UnitOfWork;
  readonly useCases: {
    readonly setProductStatus: ReturnType<typeof setProductStatus>;
    readonly changePrice: ReturnType<typeof changePrice>;
  };
  readonly personalRecords: PersonalRecords;
  /** ISO 4217: the currency of prices when a query names none. */
  readonly defaultCurrency: string;
  /** Where pictures of this shop are reached, e.g. `http://127.0.0.1:4000/media`. */
  readonly publicMediaUrl: string;
};

/** What resolvers see of one request. */
export type Context = SubgraphRequest & Parts & { readonly loaders: Loaders };

/** Loaders live as long as one request: what was read for one viewer is never remembered for another. */
export const createContext =
  (parts: Parts) =>
  (request: SubgraphRequest): Context => ({ ...request, ...parts, loaders: createLoaders(parts.reads) });

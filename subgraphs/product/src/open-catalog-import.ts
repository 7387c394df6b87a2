import { createUnitOfWork, pgTransactions, systemCause } from '@cartograph/outbox';
import { openDatabase } from '@cartograph/subgraph-server';
import type { Logger } from '@cartograph/telemetry';
import { createCatalogStore } from './persistence/catalog-store.ts';
import { importCatalog } from './use-cases/import-catalog.ts';
import { importEntry } from './use-cases/import-entry.ts';
import { importProduct } from './use-cases/import-product.ts';

/** Products in hand at once; more would only wait for two cores. */
const concurrency = 4;

/** Their events stay in the outbox until the relay of the running subgraph looks. */
const nobodyToWake = () => undefined;

/** Opens the database for imports. Whoever opens closes. */
export const openCatalogImport = ({ databaseUrl, logger }: { databaseUrl: string; logger: Logger }) => {
  const config = { DATABASE_URL: databaseUrl, DATABASE_POOL_SIZE: concurrency };
  const { pool, close } = openDatabase({ config, logger });
  const catalog = createCatalogStore();
  const unitOfWork = createUnitOfWork({ transactions: pgTransactions(pool), onCommitted: nobodyToWake });
  return {
    importCatalog: importCatalog({
      importEntry: importEntry({ importProduct: importProduct({ catalog }), unitOfWork }),
      concurrency,
    }),
    isEmpty: () => unitOfWork(systemCause('demo'), catalog.isEmpty),
    close,
  };
};

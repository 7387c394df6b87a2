import { readFile } from 'node:fs/promises';
import { readAuditEntries } from '@cartograph/audit';
import {
  createUnitOfWork,
  pgStatements,
  pgTransactions,
  startWayIn,
  startWayOut,
  type UnitOfWork,
} from '@cartograph/outbox';
import { personalRecords } from '@cartograph/personal-data';
import { openDatabase, type Running, startSubgraph } from '@cartograph/subgraph-server';
import type { Logger } from '@cartograph/telemetry';
import type { ProductConfig } from './config.ts';
import { createContext, type Parts as RequestParts } from './context.ts';
import { permissions } from './graphql/permissions.ts';
import { resolvers } from './graphql/resolvers.ts';
import { mediaRoute } from './media-route.ts';
import { createCatalogReads } from './persistence/catalog-reads.ts';
import { createCatalogStore } from './persistence/catalog-store.ts';
import { openPrisma } from './persistence/open-prisma.ts';
import { heldOfPerson, personalTraces } from './persistence/personal-traces.ts';
import { createStockStore } from './persistence/stock-store.ts';
import { createReactions } from './reactions/index.ts';
import { startSweeper } from './sweeper.ts';
import { changePrice } from './use-cases/change-price.ts';
import { commitStock } from './use-cases/commit-stock.ts';
import { erasePerson } from './use-cases/erase-person.ts';
import { expireReservations } from './use-cases/expire-reservations.ts';
import { holdStock } from './use-cases/hold-stock.ts';
import { releaseStock } from './use-cases/release-stock.ts';
import { setProductStatus } from './use-cases/set-product-status.ts';

/** Puts the subgraph together and starts it. `stop` ends the parts in the opposite order. */
export const startProduct = async (config: ProductConfig, logger: Logger): Promise<Running & { url: string }> => {
  const { pool, close } = openDatabase({ config, logger });
  const prisma = openPrisma(pool);
  const wayOut = startWayOut({ config, pool, logger });
  const unitOfWork = createUnitOfWork({ transactions: pgTransactions(pool), onCommitted: wayOut.wake });
  const stopWayOut = async () => {
    await wayOut.stop();
    await prisma.$disconnect();
    await close();
  };
  const isReady = async () => void (await pool.query('SELECT 1'));
  const parts: Served = {
    config,
    logger,
    reads: createCatalogReads(prisma, pgStatements(pool)),
    auditEntries: (page) => readAuditEntries(prisma, page),
    unitOfWork,
    useCases: staffUseCases(),
    personalRecords: personalRecords(prisma, heldOfPerson),
    isReady,
  };
  const server = await serve(parts).catch(async (error: unknown) => {
    await stopWayOut();
    throw error;
  });
  const work = startWork({ config, logger, unitOfWork });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      await work.stop();
      await stopWayOut();
    },
  };
};

const staffUseCases = () => {
  const catalog = createCatalogStore();
  return { setProductStatus: setProductStatus({ catalog }), changePrice: changePrice({ catalog }) };
};

type Parts = { config: ProductConfig; logger: Logger };

type Served = Parts &
  Pick<RequestParts, 'reads' | 'personalRecords' | 'auditEntries' | 'unitOfWork' | 'useCases'> & {
    readonly isReady: () => Promise<void>;
  };

const serve = async ({ config, logger, isReady, ...parts }: Served) =>
  startSubgraph({
    name: 'product',
    config,
    logger,
    typeDefs: await readFile(new URL('../schema.graphql', import.meta.url), 'utf8'),
    resolvers,
    permissions,
    createContext: createContext({
      ...parts,
      defaultCurrency: config.DEFAULT_CURRENCY,
      publicMediaUrl: config.PUBLIC_MEDIA_URL,
    }),
    isReady,
    routes: mediaRoute(parts.reads),
  });

/** What changes the stock: events of other subgraphs, and the deadline of holds. */
const startWork = ({ config, logger, unitOfWork }: Parts & { unitOfWork: UnitOfWork }): Running => {
  const stock = createStockStore();
  const holding = { stock, holdSeconds: config.HOLD_DEADLINE_SECONDS };
  const useCases = {
    holdStock: holdStock(holding),
    commitStock: commitStock(holding),
    releaseStock: releaseStock({ stock }),
    erasePerson: erasePerson({ traces: personalTraces }),
  };
  const wayIn = startWayIn<'product'>({ config, reactions: createReactions(useCases), unitOfWork, logger });
  const expire = expireReservations({ stock });
  const sweeper = startSweeper({ expire, unitOfWork, intervalMs: config.HOLD_SWEEP_INTERVAL_MS, logger });
  return { stop: async () => void (await Promise.all([wayIn.stop(), sweeper.stop()])) };
};

import { readFile } from 'node:fs/promises';
import { readAuditEntries } from '@cartograph/audit';
import { createUnitOfWork, pgStatements, pgTransactions, startWayIn, startWayOut } from '@cartograph/outbox';
import { personalRecords } from '@cartograph/personal-data';
import { openDatabase, type Running, startSubgraph } from '@cartograph/subgraph-server';
import type { Logger } from '@cartograph/telemetry';
import { createGuestTokenSigner } from '@cartograph/viewer';
import type { OrderConfig } from './config.ts';
import { createContext } from './context.ts';
import { permissions } from './graphql/permissions.ts';
import { resolvers } from './graphql/resolvers.ts';
import { readGuestRevocations } from './persistence/guest-access.ts';
import { observePendingOrders } from './persistence/observe-pending-orders.ts';
import { openPrisma } from './persistence/open-prisma.ts';
import { heldOfPerson } from './persistence/personal-traces.ts';
import { createReads } from './persistence/reads.ts';
import { reactionsOf } from './reactions/index.ts';
import { startSweeper } from './start-sweeper.ts';
import { useCasesOf } from './use-cases-of.ts';

/** Puts the subgraph together and starts it. `stop` ends the parts in the opposite order. */
export const startOrder = async (config: OrderConfig, logger: Logger): Promise<Running & { url: string }> => {
  const { pool, close } = openDatabase({ config, logger });
  const prisma = openPrisma(pool);
  const wayOut = startWayOut({ config, pool, logger });
  const unitOfWork = createUnitOfWork({ transactions: pgTransactions(pool), onCommitted: wayOut.wake });
  const useCases = useCasesOf({ pendingForSeconds: config.PENDING_ORDER_DEADLINE_SECONDS });
  const wayIn = startWayIn<'order'>({ config, reactions: reactionsOf(useCases), unitOfWork, logger });
  const intervalMs = config.PENDING_ORDER_SWEEP_SECONDS * 1_000;
  const sweeper = startSweeper({ unitOfWork, rejectOverdueOrders: useCases.rejectOverdueOrders, intervalMs, logger });
  const stopObserving = observePendingOrders(prisma);
  const stopParts = async () => {
    stopObserving();
    await Promise.all([wayIn.stop(), sweeper.stop()]);
    await wayOut.stop();
    await prisma.$disconnect();
    await close();
  };
  const server = await startSubgraph({
    name: 'order',
    config,
    logger,
    typeDefs: await readFile(new URL('../schema.graphql', import.meta.url), 'utf8'),
    resolvers,
    permissions,
    createContext: createContext({
      reads: createReads(prisma, pgStatements(pool)),
      personalRecords: personalRecords(prisma, heldOfPerson),
      unitOfWork,
      auditEntries: (page) => readAuditEntries(prisma, page),
      guestTokens: { sign: guestTokenSignerOf(config) },
      guestRevocations: (after) => readGuestRevocations(prisma, after),
      useCases,
    }),
    isReady: async () => void (await pool.query('SELECT 1')),
  }).catch(async (error: unknown) => {
    await stopParts();
    throw error;
  });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      await stopParts();
    },
  };
};

const guestTokenSignerOf = (config: OrderConfig) =>
  createGuestTokenSigner({
    privateJwk: config.GUEST_TOKEN_PRIVATE_JWK,
    lifetimeSeconds: config.GUEST_TOKEN_LIFETIME_SECONDS,
  });

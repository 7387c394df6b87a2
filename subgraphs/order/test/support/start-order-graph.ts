import { readFile } from 'node:fs/promises';
import { readAuditEntries } from '@cartograph/audit';
import type { DomainEvent } from '@cartograph/events';
import { newId } from '@cartograph/ids';
import { createUnitOfWork, pgStatements, pgTransactions, systemCause, takeIn } from '@cartograph/outbox';
import { personalRecords } from '@cartograph/personal-data';
import { startSubgraph } from '@cartograph/subgraph-server';
import { createLogger } from '@cartograph/telemetry';
import { gatewayClient, newKeyPair } from '@cartograph/testing';
import { anonymous, createGuestTokenSigner, createGuestTokenVerifier, type Viewer } from '@cartograph/viewer';
import { createContext } from '../../src/context.ts';
import { permissions } from '../../src/graphql/permissions.ts';
import { resolvers } from '../../src/graphql/resolvers.ts';
import { readGuestRevocations } from '../../src/persistence/guest-access.ts';
import { openPrisma } from '../../src/persistence/open-prisma.ts';
import { heldOfPerson } from '../../src/persistence/personal-traces.ts';
import { createReads } from '../../src/persistence/reads.ts';
import { reactionsOf } from '../../src/reactions/index.ts';
import { useCasesOf } from '../../src/use-cases-of.ts';
import { openCountedDatabase } from './counted-database.ts';

/** A user nobody has been before. */
export const aViewer = (overrides: Partial<Viewer> = {}): Viewer => ({
  ...anonymous,
  userId: newId('user'),
  ...overrides,
});

/** A guest whose token opens that cart or order. */
export const aGuest = (...grants: string[]): Viewer => ({ ...anonymous, grants });

const serverConfig = {
  HOST: '127.0.0.1',
  PORT: 0,
  LOG_LEVEL: 'silent',
  NODE_ENV: 'test',
  EXECUTION: 'compiled',
} as const;

/**
 * The subgraph's real graph over HTTP on a real database, without an event path: what it emits stays in its outbox, and
 * `receive` is how it hears of others. `statements` holds the SQL it has sent.
 */
export const startOrderGraph = async ({ pendingForSeconds = 3_600 } = {}) => {
  const { pool, statements, close } = await openCountedDatabase();
  const prisma = openPrisma(pool);
  const unitOfWork = createUnitOfWork({ transactions: pgTransactions(pool), onCommitted: () => undefined });
  const useCases = useCasesOf({ pendingForSeconds });
  const [gateway, guests] = await Promise.all([newKeyPair(), newKeyPair('guest')]);
  const sign = createGuestTokenSigner({ privateJwk: guests.privateJwk, lifetimeSeconds: 3_600 });
  const verify = createGuestTokenVerifier({ publicJwks: guests.publicJwks });
  const parts = { unitOfWork, useCases, reads: createReads(prisma, pgStatements(pool)), guestTokens: { sign } };
  const server = await startSubgraph({
    name: 'order',
    config: { ...serverConfig, VIEWER_JWKS: gateway.publicJwks as { keys: { kty: string }[] } },
    logger: createLogger({ service: 'order', level: 'silent' }),
    typeDefs: await readFile(new URL('../../schema.graphql', import.meta.url), 'utf8'),
    resolvers,
    permissions,
    createContext: createContext({
      ...parts,
      guestRevocations: (after) => readGuestRevocations(prisma, after),
      auditEntries: (page) => readAuditEntries(prisma, page),
      personalRecords: personalRecords(prisma, heldOfPerson),
    }),
    isReady: async () => undefined,
  });
  const reactions = reactionsOf(useCases);
  return {
    pool,
    statements,
    useCases,
    unitOfWork,
    ask: gatewayClient({ url: server.url, audience: 'order', privateJwk: gateway.privateJwk }),
    /** The id that a guest token opens. */
    idOfGuestToken: async (token: string) => (await verify(token)).id,
    /** A guest with that token, as the gateway would tell of it. */
    holderOf: async (token: string): Promise<Viewer> => {
      const { id, generation } = await verify(token);
      return { ...aGuest(id), grantGenerations: { [id]: generation } };
    },
    receive: (event: DomainEvent) => {
      const reaction = reactions[event.name as keyof typeof reactions];
      return takeIn(unitOfWork, reaction, event);
    },
    sweep: (limit = 20) => unitOfWork(systemCause('a-sweep'), (tx) => useCases.rejectOverdueOrders(tx, { limit })),
    stop: async () => {
      await server.stop();
      await prisma.$disconnect();
      await close();
    },
  };
};

export type OrderGraph = Awaited<ReturnType<typeof startOrderGraph>>;

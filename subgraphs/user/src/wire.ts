import { readFile } from 'node:fs/promises';
import { readAuditEntries } from '@cartograph/audit';
import { createUnitOfWork, startRowSweeper, startWayOut } from '@cartograph/outbox';
import { openRedis } from '@cartograph/redis';
import { openDatabase, type Running, startSubgraph } from '@cartograph/subgraph-server';
import type { Logger } from '@cartograph/telemetry';
import type { Pool } from 'pg';
import type { UserConfig } from './config.ts';
import { createContext, type Parts } from './context.ts';
import { permissions } from './graphql/permissions.ts';
import { resolvers } from './graphql/resolvers.ts';
import { openCognito } from './identity/open-cognito.ts';
import { type IdentityStores, openEmbedded } from './identity/open-embedded.ts';
import { secretKeys } from './identity/secret-keys.ts';
import { issuerRoutes } from './issuer/issuer-routes.ts';
import { startMailWorker } from './mail/mail-worker.ts';
import { openMail } from './mail/open-mail.ts';
import { argon2Passwords } from './passwords/argon2-passwords.ts';
import { openPrisma } from './persistence/open-prisma.ts';
import { createPeopleStores } from './persistence/people/people-stores.ts';
import { prismaMailJobs } from './persistence/prisma-mail-jobs.ts';
import { prismaOneTimeCodes } from './persistence/prisma-one-time-codes.ts';
import { prismaSecondFactors } from './persistence/prisma-second-factors.ts';
import { prismaSessions } from './persistence/prisma-sessions.ts';
import { prismaUsers } from './persistence/prisma-users.ts';
import { suspendableAccounts } from './persistence/suspendable-accounts.ts';
import { sweepAccounts } from './persistence/sweep-accounts.ts';
import { startPeople } from './start-people.ts';
import { createLimiters } from './throttle/limiters.ts';
import { createThrottle } from './throttle/throttle.ts';
import { ticketsOf } from './tickets-of.ts';
import { deliverMail } from './use-cases/deliver-mail.ts';
import { useCasesOf } from './use-cases-of.ts';

/** Puts the subgraph together and starts it. `stop` ends the parts in the opposite order. */
export const startUser = async (config: UserConfig, logger: Logger): Promise<Running & { url: string }> => {
  const { parts, isReady, stop: stopParts } = await openParts(config, logger);
  const server = await startSubgraph({
    name: 'user',
    config,
    logger,
    typeDefs: await readFile(new URL('../schema.graphql', import.meta.url), 'utf8'),
    resolvers,
    permissions,
    createContext: createContext(parts),
    isReady,
    routes: issuerRoutes({ issuer: config.OIDC_ISSUER, keys: config.OIDC_SIGNING_KEYS }),
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

const openParts = async (config: UserConfig, logger: Logger) => {
  const { pool, close } = openDatabase({ config, logger });
  const prisma = openPrisma(pool);
  const wayOut = startWayOut({ config, pool, logger });
  const keys = secretKeys(Buffer.from(config.IDENTITY_SECRET, 'base64'));
  const mail = openMail(config);
  const onCommitted = () => {
    wayOut.wake();
    mailWorker.wake();
  };
  const unitOfWork = createUnitOfWork({ transactions: prisma, onCommitted });
  const stores = { ...storesOf(prisma), passwords: await argon2Passwords(), sendMail: mail.send, unitOfWork, keys };
  const { close: closeIdentity, ...opened } = openIdentity(stores, config);
  const known = { ...stores, ...opened };
  const mailWorker = startMailWorker({ mailJobs: stores.mailJobs, deliver: deliverMail(known), logger });
  const throttle = await openThrottle(config, logger, keys);
  const peopleStores = createPeopleStores(prisma);
  const work = startPeople({ config, stores: peopleStores, unitOfWork, logger });
  const sweeper = startSweeper(config, { pool, logger });
  const { throttleFor } = throttle;
  const parts: Parts = {
    ...known,
    people: work.people,
    auditEntries: (page) => readAuditEntries(prisma, page),
    tickets: ticketsOf(peopleStores),
    throttleFor,
    useCases: useCasesOf(known),
  };
  return {
    parts,
    isReady: async () => void (await pool.query('SELECT 1')),
    stop: async () => {
      await Promise.all([sweeper.stop(), work.stop()]);
      await mailWorker.stop();
      mail.close();
      closeIdentity();
      throttle.close();
      await wayOut.stop();
      await prisma.$disconnect();
      await close();
    },
  };
};

/** Who keeps passwords, sessions and tokens. */
const openIdentity = (stores: IdentityStores, config: UserConfig) =>
  config.IDENTITY_PROVIDER === 'cognito' ? openCognito(config) : openEmbedded(stores, config);

const storesOf = (prisma: ReturnType<typeof openPrisma>) => ({
  users: prismaUsers(prisma),
  accounts: suspendableAccounts,
  sessions: prismaSessions(prisma),
  codes: prismaOneTimeCodes,
  factors: prismaSecondFactors(prisma),
  mailJobs: prismaMailJobs(prisma),
});

const startSweeper = (config: UserConfig, { pool, logger }: { pool: Pool; logger: Logger }) =>
  startRowSweeper({
    of: 'sessions and codes',
    sweep: (mayGoOn) => sweepAccounts(pool, config.SESSION_KEEP_DAYS, mayGoOn),
    intervalMs: config.EVENT_SWEEP_INTERVAL_SECONDS * 1_000,
    logger,
  });

const whileAway = 'attempts are counted in memory until it is back';

const openThrottle = async (config: UserConfig, logger: Logger, keys: ReturnType<typeof secretKeys>) => {
  const redis = config.REDIS_URL
    ? await openRedis({ url: config.REDIS_URL, password: config.REDIS_PASSWORD }, { logger, whileAway })
    : null;
  const limiters = createLimiters({ redis, networkAllowance: config.THROTTLE_NETWORK_ALLOWANCE, logger });
  return { throttleFor: createThrottle({ limiters, keys }), close: () => redis?.destroy() };
};

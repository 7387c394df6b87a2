import { readFile } from 'node:fs/promises';
import { createUnitOfWork, startWayOut } from '@cartograph/outbox';
import { openDatabase, type Running, startSubgraph } from '@cartograph/subgraph-server';
import type { Logger } from '@cartograph/telemetry';
import type { UserConfig } from './config.ts';
import { createContext, type Parts } from './context.ts';
import { permissions } from './graphql/permissions.ts';
import { resolvers } from './graphql/resolvers.ts';
import { accessTokens } from './issuer/access-tokens.ts';
import { issuerRoutes } from './issuer/issuer-routes.ts';
import { argon2Passwords } from './passwords/argon2-passwords.ts';
import { openPrisma } from './persistence/open-prisma.ts';
import { createPeopleStores } from './persistence/people/people-stores.ts';
import { prismaUsers } from './persistence/prisma-users.ts';
import { startPeople } from './start-people.ts';
import { ticketsOf } from './tickets-of.ts';
import type { Passwords, Users } from './use-cases/ports.ts';
import { prepareRegistration } from './use-cases/prepare-registration.ts';
import { register } from './use-cases/register.ts';
import { signIn } from './use-cases/sign-in.ts';

/** Puts the subgraph together and starts it. `stop` ends the parts in the opposite order. */
export const startUser = async (config: UserConfig, logger: Logger): Promise<Running & { url: string }> => {
  const { pool, close } = openDatabase({ config, logger });
  const prisma = openPrisma(pool);
  const wayOut = startWayOut({ config, pool, logger });
  const unitOfWork = createUnitOfWork({ prisma, onCommitted: wayOut.wake });
  const stores = createPeopleStores(prisma);
  const work = startPeople({ config, stores, unitOfWork, logger });
  const stopParts = async () => {
    await work.stop();
    await wayOut.stop();
    await prisma.$disconnect();
    await close();
  };
  const issuer = { issuer: config.OIDC_ISSUER, keys: config.OIDC_SIGNING_KEYS };
  const lifetime = { audience: config.OIDC_AUDIENCE, lifetimeSeconds: config.ACCESS_TOKEN_LIFETIME_SECONDS };
  const passwords = await argon2Passwords();
  const users = prismaUsers(prisma);
  const server = await startSubgraph({
    name: 'user',
    config,
    logger,
    typeDefs: await readFile(new URL('../schema.graphql', import.meta.url), 'utf8'),
    resolvers,
    permissions,
    createContext: createContext({
      users,
      unitOfWork,
      accessTokens: accessTokens({ ...issuer, ...lifetime, clock: () => new Date() }),
      people: work.people,
      tickets: ticketsOf(stores),
      useCases: useCasesOf(users, passwords),
    }),
    isReady: async () => void (await pool.query('SELECT 1')),
    routes: issuerRoutes(issuer),
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

const useCasesOf = (users: Users, passwords: Passwords): Parts['useCases'] => ({
  prepareRegistration: prepareRegistration({ passwords }),
  register: register({ users }),
  signIn: signIn({ users, passwords }),
});

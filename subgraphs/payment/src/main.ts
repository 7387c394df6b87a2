import { readFile } from 'node:fs/promises';
import { runProcess, startSubgraph } from '@cartograph/subgraph-server';
import { readConfig } from './config.ts';
import type { Context } from './context.ts';
import { createLoaders } from './graphql/loaders.ts';
import { permissions } from './graphql/permissions.ts';
import { resolvers } from './graphql/resolvers.ts';
import { wire } from './wire.ts';

await runProcess({
  name: 'payment',
  readConfig,
  start: async (config, logger) => {
    const parts = wire({ config, logger });
    const server = await startSubgraph<Context>({
      name: 'payment',
      config,
      logger,
      typeDefs: await readFile(new URL('../schema.graphql', import.meta.url), 'utf8'),
      resolvers,
      permissions,
      createContext: (request) => ({
        ...request,
        loaders: createLoaders(parts.reads),
        auditEntries: parts.auditEntries,
        unitOfWork: parts.unitOfWork,
        refundPayment: parts.refundPayment,
        personalRecords: parts.personalRecords,
      }),
      isReady: parts.isReady,
    });
    return {
      stop: async () => {
        await server.stop();
        await parts.stop();
      },
    };
  },
});

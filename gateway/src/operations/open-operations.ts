import type { ApolloServerPlugin } from '@apollo/server';
import type { Logger } from '@cartograph/telemetry';
import type { GatewayConfig } from '../config.ts';
import type { GatewayContext } from '../gateway-context.ts';
import { recordOperations } from './operation-usage.ts';
import { persistedQueries } from './persisted-queries.ts';
import { createSafelist, type Safelist } from './safelist.ts';
import { watchOperationList } from './watched-operation-list.ts';

/** What the gateway knows of the operations its clients send. */
export type Operations = {
  admit: Safelist['admit'];
  /** The texts that clients have published: a graph plans them before it serves. */
  published: () => readonly string[];
  persistedQueries: ReturnType<typeof persistedQueries>;
  plugins: ApolloServerPlugin<GatewayContext>[];
  stop: () => Promise<void>;
};

/** Throws BadConfig when a manifest cannot be read. */
export const openOperations = async (config: GatewayConfig, logger: Logger): Promise<Operations> => {
  const paths = config.PERSISTED_OPERATIONS_PATHS ?? [];
  const list = await watchOperationList(paths, { everyMs: config.PERSISTED_OPERATIONS_RELOAD_MS, logger });
  const mode = config.SAFELIST_MODE;
  const safelist = createSafelist(list, { mode, logger });
  const usage = config.OPERATION_USAGE_PATH ? recordOperations(config.OPERATION_USAGE_PATH, logger) : undefined;
  return {
    admit: safelist.admit,
    published: () => list.texts(),
    persistedQueries: persistedQueries(list, mode),
    plugins: [safelist.plugin, ...(usage ? [usage.plugin] : [])],
    stop: async () => {
      list.stop();
      await usage?.stop();
    },
  };
};

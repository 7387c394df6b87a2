import type { ApolloServerPlugin } from '@apollo/server';
import type { Logger } from '@cartograph/telemetry';
import type { GatewayConfig } from '../config.ts';
import type { GatewayContext } from '../gateway-context.ts';
import { readOperationList } from './operation-list.ts';
import { recordOperations } from './operation-usage.ts';
import { persistedQueries } from './persisted-queries.ts';
import { createSafelist, type Safelist } from './safelist.ts';

/** What the gateway knows of the operations its clients send. */
export type Operations = {
  admit: Safelist['admit'];
  persistedQueries: ReturnType<typeof persistedQueries>;
  plugins: ApolloServerPlugin<GatewayContext>[];
  stop: () => Promise<void>;
};

/** Throws BadConfig when a manifest cannot be read. */
export const openOperations = async (config: GatewayConfig, logger: Logger): Promise<Operations> => {
  const list = await readOperationList(config.PERSISTED_OPERATIONS_PATHS ?? []);
  const mode = config.SAFELIST_MODE;
  const safelist = createSafelist(list, { mode, logger });
  const usage = config.OPERATION_USAGE_PATH ? recordOperations(config.OPERATION_USAGE_PATH, logger) : undefined;
  return {
    admit: safelist.admit,
    persistedQueries: persistedQueries(list, mode),
    plugins: [safelist.plugin, ...(usage ? [usage.plugin] : [])],
    stop: async () => usage?.stop(),
  };
};

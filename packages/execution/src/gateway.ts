import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { type AskingOptions, createExecutor } from './execute-request.ts';
import { createServedGraphs, type GraphOptions } from './served-graphs.ts';

/** Where supergraphs come from: what Apollo calls a SupergraphManager, as far as it is used. */
export type SupergraphSource = {
  initialize: (options: {
    /** Resolves when that supergraph serves, rejects when it does not load; the one before then goes on serving. */
    update: (supergraphSdl: string) => Promise<void>;
    healthCheck: (supergraphSdl: string) => Promise<void>;
    getDataSource: () => never;
  }) => Promise<{ supergraphSdl: string; cleanup?: () => Promise<void> }>;
};

export type ExecutionOptions<Context> = AskingOptions<Context> &
  GraphOptions & { readonly supergraph: SupergraphSource };

/** Cartograph's own execution of Apollo's query plans, behind Apollo Server. */
export const createExecution = <Context>(options: ExecutionOptions<Context>): GatewayInterface => {
  const listeners = new Set<Parameters<GatewayInterface['onSchemaLoadOrUpdate']>[0]>();
  const graphs = createServedGraphs(options, ({ apiSchema, supergraphSdl }) => {
    for (const listener of listeners) listener({ apiSchema, coreSupergraphSdl: supergraphSdl });
  });
  let cleanup: (() => Promise<void>) | undefined;
  return {
    onSchemaLoadOrUpdate: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load: async () => {
      const source = await options.supergraph.initialize({ update: quietly(graphs.replace), ...neverAsked });
      cleanup = source.cleanup;
      await graphs.replace(source.supergraphSdl).catch(async (error: unknown) => {
        await cleanup?.();
        throw error;
      });
      return { executor: createExecutor(graphs, options) };
    },
    stop: async () => {
      await cleanup?.();
      await graphs.close();
    },
  };
};

/** A source that does not wait for its update must not end the process by it. */
const quietly =
  (replace: (supergraphSdl: string) => Promise<void>) =>
  (supergraphSdl: string): Promise<void> => {
    const replaced = replace(supergraphSdl);
    replaced.catch(() => undefined);
    return replaced;
  };

const neverAsked = {
  healthCheck: async () => undefined,
  getDataSource: (): never => {
    throw new Error('subgraphs are asked by the execution alone');
  },
};

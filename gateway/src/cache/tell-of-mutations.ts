import type { GatewayInterface } from '@apollo/server-gateway-interface';
import type { OperationDefinitionNode } from 'graphql';
import type { GatewayContext } from '../gateway-context.ts';

/**
 * Tells of every mutation before it is answered, also of one that failed: what it did before that is done. It is for a gateway
 * that keeps nothing beside others that do, whichever its engine; a cache of its own hears of them from the execution.
 */
export const tellOfMutations = (
  gateway: GatewayInterface,
  mutated: (context: GatewayContext) => Promise<void>,
): GatewayInterface => ({
  onSchemaLoadOrUpdate: (callback) => gateway.onSchemaLoadOrUpdate(callback),
  stop: () => gateway.stop(),
  load: async (options) => {
    const { executor } = await gateway.load(options);
    if (!executor) throw new Error('the gateway has no executor to listen to');
    return {
      executor: async (request) => {
        try {
          return await executor(request);
        } finally {
          // Without an operation nothing was executed.
          const operation = request.operation as OperationDefinitionNode | undefined;
          if (operation?.operation === 'mutation') await mutated(request.context as GatewayContext);
        }
      },
    };
  },
});

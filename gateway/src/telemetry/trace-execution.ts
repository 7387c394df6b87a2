import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { inChildSpan, isTracing } from '@cartograph/telemetry';

/** Executes each operation in a span: planning and what is fetched from subgraphs stand below it. */
export const traceExecution = (gateway: GatewayInterface): GatewayInterface => {
  if (!isTracing()) return gateway;
  return {
    onSchemaLoadOrUpdate: (callback) => gateway.onSchemaLoadOrUpdate(callback),
    stop: () => gateway.stop(),
    load: async (options) => {
      const { executor } = await gateway.load(options);
      if (!executor) throw new Error('the gateway has no executor to trace');
      return { executor: (request) => inChildSpan('graphql.execute', {}, () => executor(request)) };
    },
  };
};

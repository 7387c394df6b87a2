import type { GraphQLDataSource } from '@apollo/gateway';
import type { GatewayContext } from '../gateway-context.ts';
import { type AskSubgraph, traceHeader } from './ask-subgraph.ts';

/** The data source through which Apollo's executor reaches a subgraph over HTTP. */
export const remoteSubgraph = (ask: AskSubgraph): GraphQLDataSource => ({
  async process(options) {
    if (!('incomingRequestContext' in options)) throw new Error('a subgraph is only asked on behalf of a request');
    const { query, variables, operationName } = options.request;
    const context = options.context as GatewayContext;
    const isTraced = options.request.http?.headers.get(traceHeader) === 'ftv1';
    return { ...(await ask({ query: query ?? '', variables, operationName, isTraced }, context)) };
  },
});

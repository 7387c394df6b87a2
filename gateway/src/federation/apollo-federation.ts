import { ApolloGateway } from '@apollo/gateway';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { apolloLogger } from '../apollo-logger.ts';
import { silenceApolloTelemetry } from '../config.ts';
import { nodeSubgraphName } from '../node/node-owners.ts';
import { remoteSubgraph } from '../subgraphs/remote-subgraph.ts';
import type { EngineParts } from './engine-parts.ts';

/** The stock engine, with our own way to the subgraphs. */
export const apolloFederation = ({ config, logger, subgraphs, supergraph, node }: EngineParts): GatewayInterface => {
  silenceApolloTelemetry();
  return new ApolloGateway({
    supergraphSdl: supergraph,
    buildService: ({ name }) => (name === nodeSubgraphName ? node.dataSource : remoteSubgraph(subgraphs.ask(name))),
    // Also in production: a supergraph that would fail at its first query must not replace a good one.
    validateSupergraph: true,
    logger: apolloLogger(logger),
    __exposeQueryPlanExperimental: config.NODE_ENV !== 'production',
  });
};

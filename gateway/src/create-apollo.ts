import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';
import type { Logger } from '@cartograph/telemetry';
import { type GatewayConfig, silenceApolloTelemetry } from './config.ts';
import type { GatewayContext } from './gateway-context.ts';
import { createErrorMask } from './mask-error.ts';
import { nodeSubgraphName } from './node/node-owners.ts';
import { createNodeSubgraph } from './node/node-subgraph.ts';
import { operationNames } from './operation-log.ts';
import { remoteSubgraph } from './subgraphs/remote-subgraph.ts';
import type { SubgraphDirectory } from './subgraphs/subgraph-directory.ts';
import { supergraphFile } from './supergraph-file.ts';

type Parts = { config: GatewayConfig; logger: Logger; subgraphs: SubgraphDirectory };

/** Apollo Server over Apollo Gateway, not yet started. `start` rejects when the supergraph does not load. */
export const createApollo = ({ config, logger, subgraphs }: Parts): ApolloServer<GatewayContext> => {
  const isProduction = config.NODE_ENV === 'production';
  return new ApolloServer<GatewayContext>({
    gateway: createFederation({ config, logger, subgraphs }),
    logger: apolloLogger(logger),
    formatError: createErrorMask(logger),
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: isProduction,
    introspection: !isProduction,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    plugins: [
      ...(isProduction ? [ApolloServerPluginLandingPageDisabled()] : [ApolloServerPluginLandingPageLocalDefault()]),
      ...plugins(),
    ],
  });
};

/** Nothing is reported to anybody, whatever APOLLO_ variables the process was started with. */
const plugins = (): ApolloServerPlugin<GatewayContext>[] => [
  ApolloServerPluginUsageReportingDisabled(),
  ApolloServerPluginSchemaReportingDisabled(),
  ApolloServerPluginCacheControlDisabled(),
  operationNames,
];

const createFederation = ({ config, logger, subgraphs }: Parts): ApolloGateway => {
  silenceApolloTelemetry();
  const isProduction = config.NODE_ENV === 'production';
  const node = createNodeSubgraph(subgraphs);
  const gateway = new ApolloGateway({
    supergraphSdl: supergraphFile({ path: config.SUPERGRAPH_PATH, isWatched: !isProduction, logger }),
    buildService: ({ name }) => (name === nodeSubgraphName ? node.dataSource : remoteSubgraph(subgraphs.ask(name))),
    // Also in production: a supergraph that would fail at its first query must not replace a good one.
    validateSupergraph: true,
    logger: apolloLogger(logger),
    __exposeQueryPlanExperimental: !isProduction,
  });
  gateway.onSchemaLoadOrUpdate(({ coreSupergraphSdl }) => node.readSupergraph(coreSupergraphSdl));
  return gateway;
};

/** Apollo's chatter, one level down: its "info" is our "debug". */
const apolloLogger = (logger: Logger) => ({
  debug: (message?: string) => logger.trace(message),
  info: (message?: string) => logger.debug(message),
  warn: (message?: string) => logger.warn(message),
  error: (message?: string) => logger.error(message),
});

import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';
import { stringifyAnswer } from '@cartograph/execution';
import type { Logger } from '@cartograph/telemetry';
import { apolloLogger } from './apollo-logger.ts';
import type { GatewayConfig } from './config.ts';
import { createFederation } from './federation/create-federation.ts';
import type { GatewayContext } from './gateway-context.ts';
import { createErrorMask } from './mask-error.ts';
import { operationNames } from './operation-log.ts';
import type { Operations } from './operations/open-operations.ts';
import type { SubgraphDirectory } from './subgraphs/subgraph-directory.ts';

type Parts = { config: GatewayConfig; logger: Logger; subgraphs: SubgraphDirectory; operations: Operations };

/** Apollo Server over Apollo Gateway, not yet started. `start` rejects when the supergraph does not load. */
export const createApollo = ({ config, logger, subgraphs, operations }: Parts): ApolloServer<GatewayContext> => {
  const isProduction = config.NODE_ENV === 'production';
  return new ApolloServer<GatewayContext>({
    gateway: createFederation({ config, logger, subgraphs }),
    logger: apolloLogger(logger),
    formatError: createErrorMask(logger),
    stringifyResult: stringifyAnswer,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: isProduction,
    introspection: !isProduction,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    persistedQueries: operations.persistedQueries,
    plugins: [
      ...(isProduction ? [ApolloServerPluginLandingPageDisabled()] : [ApolloServerPluginLandingPageLocalDefault()]),
      ...plugins(),
      ...operations.plugins,
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

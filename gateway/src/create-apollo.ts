import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';
import { isTracing, type Logger } from '@cartograph/telemetry';
import { answerCaching } from './answer-caching.ts';
import { apolloLogger } from './apollo-logger.ts';
import type { GatewayCache } from './cache/create-cache.ts';
import type { OpenedCache } from './cache/open-cache.ts';
import type { GatewayConfig } from './config.ts';
import { createFederation, type Federation } from './federation/create-federation.ts';
import type { GatewayContext } from './gateway-context.ts';
import { guardIntrospection, introspectionFor } from './introspection.ts';
import { limitsOf } from './limits/limit-settings.ts';
import { limitCost } from './limits/operation-cost.ts';
import { createErrorMask } from './mask-error.ts';
import { operationNames } from './operation-log.ts';
import { openKnownDocuments } from './operations/known-documents.ts';
import type { Operations } from './operations/open-operations.ts';
import { stringifyOnce } from './ready-answers.ts';
import { usageReporting } from './studio/usage-reporting.ts';
import type { SubgraphDirectory } from './subgraphs/subgraph-directory.ts';
import { operationSpans } from './telemetry/operation-spans.ts';

type Parts = {
  config: GatewayConfig;
  logger: Logger;
  subgraphs: SubgraphDirectory;
  operations: Operations;
  cache: GatewayCache | null;
  mutated: OpenedCache['mutated'];
};

/** Apollo Server over Apollo Gateway, not yet started. `start` rejects when the supergraph does not load. */
export const createApollo = (parts: Parts): ApolloServer<GatewayContext> => {
  const { config, logger, operations } = parts;
  const isProduction = config.NODE_ENV === 'production';
  const { gateway, costsOf } = createFederation(parts);
  return new ApolloServer<GatewayContext>({
    gateway,
    logger: apolloLogger(logger),
    formatError: createErrorMask(logger),
    stringifyResult: stringifyOnce,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: isProduction,
    introspection: introspectionFor(config) !== 'nobody',
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    persistedQueries: operations.persistedQueries,
    documentStore: openKnownDocuments(config.DOCUMENT_CACHE_BYTES),
    apollo: apolloGraph(config),
    plugins: [
      ...(isProduction ? [ApolloServerPluginLandingPageDisabled()] : [ApolloServerPluginLandingPageLocalDefault()]),
      ...plugins(parts, costsOf),
      ...operations.plugins,
    ],
  });
};

/** Nothing is reported to anybody but by our own settings, whatever APOLLO_ variables the process was started with. */
const plugins = ({ config, logger }: Parts, costsOf: Federation['costsOf']): ApolloServerPlugin<GatewayContext>[] => [
  ...usageReporting(config, logger),
  guardIntrospection(introspectionFor(config)),
  ApolloServerPluginSchemaReportingDisabled(),
  ApolloServerPluginCacheControlDisabled(),
  operationNames,
  ...(isTracing() ? [operationSpans] : []),
  limitCost(limitsOf(config).cost, costsOf),
  answerCaching,
];

/** The graph in Studio, where there is one. */
const apolloGraph = ({ APOLLO_KEY: key, APOLLO_GRAPH_REF: graphRef }: GatewayConfig) => ({
  ...(key && { key }),
  ...(graphRef && { graphRef }),
});

import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { SubgraphName } from '@cartograph/events';
import { isTracing, type Logger } from '@cartograph/telemetry';
import type { FastifyInstance } from 'fastify';
import { parse } from 'graphql';
import type { IRules } from 'graphql-shield';
import { executionOf } from './execution/compiled-execution.ts';
import { createHttpServer } from './http-server.ts';
import { maskError } from './mask-error.ts';
import { operationSpan } from './operation-span.ts';
import { guardSchema } from './permissions.ts';
import { staleAnswers } from './stale-answers.ts';
import type { SubgraphConfig } from './subgraph-config.ts';
import type { SubgraphRequest } from './subgraph-request.ts';
import { traceRootFields } from './trace-root-fields.ts';
import { requestOf } from './viewer-door.ts';

type Resolvers = NonNullable<
  Parameters<typeof buildSubgraphSchema>[0] extends infer Input
    ? Extract<Input, { resolvers?: unknown }>['resolvers']
    : never
>;

export type SubgraphOptions<Context extends SubgraphRequest> = {
  name: SubgraphName;
  config: SubgraphConfig;
  logger: Logger;
  /** The text of schema.graphql. */
  typeDefs: string;
  resolvers: unknown;
  /** Types -> rules; what is not named is denied. */
  permissions: IRules;
  createContext: (request: SubgraphRequest) => Context;
  /** Rejects while the subgraph cannot do its work, e.g. without its database. */
  isReady: () => Promise<void>;
  /** Public HTTP routes beside the graph. */
  routes?: (app: FastifyInstance) => void;
};

/**
 * Serves one subgraph at `/graphql` to the gateway and to nobody else, with `/health` and `/ready` for whoever asks.
 * `stop` answers what is in flight and then closes.
 */
export const startSubgraph = async <Context extends SubgraphRequest>(
  options: SubgraphOptions<Context>,
): Promise<{ url: string; stop: () => Promise<void> }> => {
  const { config, logger } = options;
  const module = { typeDefs: parse(options.typeDefs), resolvers: options.resolvers as Resolvers };
  const schema = traceRootFields(guardSchema(buildSubgraphSchema([module]), options.permissions));
  const { source, cacheControl } = executionOf(schema, config.EXECUTION);
  const { app, drain } = createHttpServer(options);
  const apollo = new ApolloServer<Context>({
    ...source,
    introspection: config.NODE_ENV !== 'production',
    formatError: maskError(logger),
    includeStacktraceInErrorResponses: false,
    // The gateway is the only client and speaks JSON by POST: a browser's forged request has no signed viewer.
    csrfPrevention: false,
    stopOnTerminationSignals: false,
    logger: apolloLogger(logger),
    plugins: [
      ApolloServerPluginDrainHttpServer({ httpServer: app.server }),
      cacheControl,
      staleAnswers(schema),
      ...(isTracing() ? [operationSpan] : []),
    ],
  });
  await apollo.start();
  app.post(
    '/graphql',
    fastifyApolloHandler(apollo, { context: async (request) => options.createContext(requestOf(request)) }),
  );
  options.routes?.(app);
  const url = await app.listen({ host: config.HOST, port: config.PORT });
  logger.info({ url }, 'ready');
  return {
    url,
    stop: async () => {
      await drain();
      await apollo.stop();
      await app.close();
    },
  };
};

const apolloLogger = (logger: Logger) => ({
  debug: (message?: string) => logger.debug(message),
  info: (message?: string) => logger.info(message),
  warn: (message?: string) => logger.warn(message),
  error: (message?: string) => logger.error(message),
});

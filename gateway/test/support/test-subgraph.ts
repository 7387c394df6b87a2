import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTrace } from '@apollo/server/plugin/inlineTrace';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import { createViewerVerifier, type Viewer, viewerHeader } from '@cartograph/viewer';
import fastify, { type FastifyInstance } from 'fastify';
import { parse } from 'graphql';
import type { JSONWebKeySet } from 'jose';

export type SubgraphContext = { viewer: Viewer };
export type SeenRequest = {
  headers: Record<string, string | string[] | undefined>;
  body: { query: string; variables?: Record<string, unknown> };
  viewer: Viewer;
  wasCutOff: boolean;
};
export type Resolvers = NonNullable<
  Parameters<typeof buildSubgraphSchema>[0] extends infer Input
    ? Extract<Input, { resolvers?: unknown }>['resolvers']
    : never
>;

export type TestSubgraph = { name: string; url: string; seen: SeenRequest[]; stop: () => Promise<void> };

/** A real Apollo subgraph over HTTP that refuses whoever is not the gateway and remembers what it was asked. */
export const startTestSubgraph = async (options: {
  name: string;
  sdl: string;
  resolvers: Resolvers;
  viewerJwks: JSONWebKeySet;
  port?: number;
  routes?: (app: FastifyInstance) => void;
}): Promise<TestSubgraph> => {
  const verify = createViewerVerifier({ publicJwks: options.viewerJwks, audience: options.name });
  const schema = buildSubgraphSchema([{ typeDefs: parse(options.sdl), resolvers: options.resolvers }]);
  const apollo = new ApolloServer<SubgraphContext>({
    schema,
    // Times its resolvers where it is asked to, as every subgraph does.
    plugins: [ApolloServerPluginInlineTrace()],
    stopOnTerminationSignals: false,
    csrfPrevention: false,
  });
  await apollo.start();
  const app = fastify({ forceCloseConnections: true, keepAliveTimeout: 65_000 });
  const seen: SeenRequest[] = [];
  const handler = fastifyApolloHandler(apollo, {
    context: async (request, reply) => {
      const viewer = await verify(request.headers[viewerHeader]);
      const entry: SeenRequest = {
        headers: request.headers,
        body: request.body as SeenRequest['body'],
        viewer,
        wasCutOff: false,
      };
      seen.push(entry);
      reply.raw.once('close', () => {
        entry.wasCutOff = !reply.raw.writableFinished;
      });
      return { viewer };
    },
  });
  app.post('/graphql', handler);
  app.get('/health', async () => ({ status: 'alive' }));
  options.routes?.(app);
  const url = await app.listen({ host: '127.0.0.1', port: options.port ?? 0 });
  return {
    name: options.name,
    url,
    seen,
    stop: async () => {
      await app.close();
      await apollo.stop();
    },
  };
};

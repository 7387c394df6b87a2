import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import { refuse } from './edge-errors.ts';
import { edgeRequestOf } from './edge-request.ts';
import type { GatewayContext } from './gateway-context.ts';
import type { createViewerIdentification } from './viewer/identify-viewer.ts';

/** Serves the graph at /graphql by GET (queries only) and POST. */
export const serveGraph = (
  app: FastifyInstance,
  {
    apollo,
    identifyViewer,
  }: { apollo: ApolloServer<GatewayContext>; identifyViewer: ReturnType<typeof createViewerIdentification> },
): void => {
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    handler: fastifyApolloHandler(apollo, {
      context: async (request) => ({ edge: edgeRequestOf(request), viewer: await identifyViewer(request.headers) }),
    }),
  });
  app.route({
    method: ['PUT', 'PATCH', 'DELETE'],
    url: '/graphql',
    handler: (request, reply) => {
      void reply.header('allow', 'GET, POST');
      return refuse({ request, reply, status: 405, code: 'BAD_REQUEST', message: 'Ask by GET or POST.' });
    },
  });
};

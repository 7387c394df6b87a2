import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { Limits } from '@cartograph/graph-limits';
import type { FastifyInstance } from 'fastify';
import { edgeRequestOf } from './edge-request.ts';
import type { GatewayContext } from './gateway-context.ts';
import { answerInTime } from './limits/operation-deadline.ts';
import { askedOperation } from './operations/asked-operation.ts';
import type { Safelist } from './operations/safelist.ts';
import { sendReady } from './ready-answers.ts';
import { refuse } from './refuse.ts';
import type { IdentityOfRequest } from './viewer/identity-of-request.ts';

type GraphRoute = {
  apollo: ApolloServer<GatewayContext>;
  limits: Pick<Limits, 'operationMs'>;
  identityOf: IdentityOfRequest;
  admit: Safelist['admit'];
};

/** Serves the graph at /graphql by GET (queries only) and POST. */
export const serveGraph = (app: FastifyInstance, { apollo, limits, identityOf, admit }: GraphRoute): void => {
  const byApollo = fastifyApolloHandler(apollo, {
    context: async (request) => {
      const edge = edgeRequestOf(request);
      admit(askedOperation(request), edge.client);
      return { edge, ...(await identityOf(request)) };
    },
  });
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    handler: answerInTime(sendReady(byApollo.bind(app)), limits.operationMs),
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

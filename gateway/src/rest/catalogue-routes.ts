import { type ApolloServer, HeaderMap } from '@apollo/server';
import { readAnswerData } from '@cartograph/execution';
import type { Limits } from '@cartograph/graph-limits';
import { anonymous } from '@cartograph/viewer';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { edgeRequestOf } from '../edge-request.ts';
import type { GatewayContext } from '../gateway-context.ts';
import { answerInTime } from '../limits/operation-deadline.ts';
import { refuse } from '../refuse.ts';
import { type AskGraph, openCatalogueView, type ViewError } from './catalogue-view.ts';

type Catalogue = { apollo: ApolloServer<GatewayContext>; limits: Pick<Limits, 'operationMs'> };

/** The catalogue by REST, for everybody alike: no answer depends on who asks. */
export const serveCatalogue = async (app: FastifyInstance, { apollo, limits }: Catalogue): Promise<void> => {
  const view = await openCatalogueView();
  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    const answered = await view.answer(request.url, asks(apollo, { request, reply }));
    if ('errors' in answered) return fail(request, reply, answered.errors);
    if (answered.value === null) {
      const message = 'No product on sale has this slug.';
      // It may be published any moment.
      void reply.header('cache-control', 'no-store');
      return refuse({ request, reply, status: 404, code: 'NOT_FOUND', message });
    }
    return reply.type('application/json; charset=utf-8').send(JSON.stringify(answered.value));
  };
  for (const url of ['/products', '/products/:slug']) {
    app.get(url, answerInTime(answer, limits.operationMs));
  }
  app.get('/openapi.json', async (_request, reply) =>
    reply.type('application/json; charset=utf-8').header('cache-control', 'public, max-age=300').send(view.openApi),
  );
};

/** By the same way as an operation of a client, its limits, caches and masks included. */
const asks =
  (apollo: Catalogue['apollo'], { request, reply }: { request: FastifyRequest; reply: FastifyReply }): AskGraph =>
  async (operation) => {
    const http = { method: 'GET', headers: new HeaderMap(), search: '', body: {} };
    const contextValue = { edge: edgeRequestOf(request), viewer: anonymous, areGrantsChecked: true, isOwn: true };
    const { body, http: head } = await apollo.executeOperation({ ...operation, http }, { contextValue });
    for (const name of ['cache-control', 'vary']) {
      const value = head.headers.get(name);
      if (value) void reply.header(name, value);
    }
    if (body.kind !== 'single') throw new Error('the catalogue is never answered in parts');
    const { data, errors } = body.singleResult;
    return { data: readAnswerData(data), ...(errors && { errors: errors }) };
  };

const statusOf: Readonly<Record<string, number>> = {
  BAD_USER_INPUT: 400,
  BAD_REQUEST: 400,
  RATE_LIMITED: 429,
  SUBGRAPH_UNAVAILABLE: 503,
};

const fail = (request: FastifyRequest, reply: FastifyReply, errors: readonly ViewError[]): FastifyReply => {
  const status = Math.max(...errors.map(({ extensions }) => statusOf[String(extensions?.['code'])] ?? 500));
  const after = errors.map(({ extensions }) => Number(extensions?.['retryAfterSeconds'] ?? 0));
  if (status === 503 || status === 429) void reply.header('retry-after', Math.max(1, Math.ceil(Math.max(...after))));
  const { correlationId, errorCodes } = edgeRequestOf(request);
  for (const { extensions } of errors) {
    const code = String(extensions?.['code']);
    if (!errorCodes.includes(code)) errorCodes.push(code);
  }
  const told = errors.map(({ message, extensions }) => ({
    message,
    extensions: status < 500 ? extensions : { correlationId, ...extensions },
  }));
  void reply.header('cache-control', 'no-store');
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ errors: told }));
};

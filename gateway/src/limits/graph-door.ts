import type { Limits } from '@cartograph/graph-limits';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refuse } from '../refuse.ts';
import { createLimitCheck, type GraphRequest } from './exceeded-limit.ts';
import { refuseByLimit } from './refuse-by-limit.ts';

/** The route on which operations arrive. */
const isGraph = ({ routeOptions }: FastifyRequest): boolean => routeOptions.url === '/graphql';

/**
 * The door in front of the graph: what is too large, too deep or too much is refused here, before a viewer is identified
 * and before Apollo reads a word of it.
 */
export const guardGraph = (app: FastifyInstance, limits: Limits): void => {
  app.addHook('preParsing', async (request, reply) => {
    const encoding = request.headers['content-encoding'] ?? 'identity';
    if (!isGraph(request) || encoding === 'identity') return;
    // Nothing is ever unpacked: a small body cannot become a large one.
    return void refuse({
      request,
      reply,
      status: 415,
      code: 'BAD_REQUEST',
      message: 'Send the request without content-encoding.',
    });
  });
  const check = createLimitCheck(limits);
  app.addHook('preHandler', async (request, reply) => {
    if (!isGraph(request)) return;
    const exceeded = check(graphRequestOf(request));
    if (exceeded) return refuseByLimit(request, reply, exceeded);
  });
};

const graphRequestOf = ({ method, body, query }: FastifyRequest): GraphRequest => {
  const from = (method === 'GET' ? query : body) as Partial<GraphRequest> | null | undefined;
  const variables = from?.variables;
  return { query: from?.query, variables: typeof variables === 'string' ? parsed(variables) : variables };
};

/** Variables of a GET; what is no JSON is left for Apollo to complain of. */
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

import type { Limits } from '@cartograph/graph-limits';
import type { Logger } from '@cartograph/telemetry';
import type { FastifyError, FastifyInstance } from 'fastify';
import { edgeRequestOf } from './edge-request.ts';
import { refuseByLimit } from './limits/refuse-by-limit.ts';
import { refuse } from './refuse.ts';

/** What is refused before GraphQL begins, as GraphQL clients understand it. */
const refusals: Readonly<Record<string, { status: number; code: string; message: string }>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    status: 415,
    code: 'BAD_REQUEST',
    message: 'Send the request as application/json.',
  },
};

/** Makes every answer outside GraphQL (too large, not JSON, no such path, a bug) a typed error in JSON. */
export const answerEdgeErrors = (
  app: FastifyInstance,
  { logger, limits }: { logger: Logger; limits: Pick<Limits, 'bodyBytes'> },
): void => {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE')
      return refuseByLimit(request, reply, { limit: 'bodyBytes', allowed: limits.bodyBytes });
    const known = refusals[error.code];
    if (known) return refuse({ request, reply, ...known });
    const status = error.statusCode ?? 500;
    if (status < 500)
      return refuse({ request, reply, status, code: 'BAD_REQUEST', message: 'The request is not valid JSON.' });
    const { correlationId } = edgeRequestOf(request);
    logger.error({ err: error, correlationId }, 'a request failed');
    return refuse({
      request,
      reply,
      status: 500,
      code: 'INTERNAL_SERVER_ERROR',
      message: 'Internal server error',
      correlationId,
    });
  });
  app.setNotFoundHandler((request, reply) =>
    refuse({
      request,
      reply,
      status: 404,
      code: 'BAD_REQUEST',
      message: 'There is nothing here. The graph is at /graphql.',
    }),
  );
};

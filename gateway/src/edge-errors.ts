import type { Logger } from '@cartograph/telemetry';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { edgeRequestOf } from './edge-request.ts';

/** What is refused before GraphQL begins, as GraphQL clients understand it. */
const refusals: Readonly<Record<string, { status: number; code: string; message: string }>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: { status: 413, code: 'PAYLOAD_TOO_LARGE', message: 'The request is larger than 256 KB.' },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    status: 415,
    code: 'BAD_REQUEST',
    message: 'Send the request as application/json.',
  },
};

/** Makes every answer outside GraphQL (too large, not JSON, no such path, a bug) a typed error in JSON. */
export const answerEdgeErrors = (app: FastifyInstance, logger: Logger): void => {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
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

type Refusal = {
  request: FastifyRequest;
  reply: FastifyReply;
  status: number;
  code: string;
  message: string;
  correlationId?: string;
};

/** Answers in the shape of a GraphQL error. */
export const refuse = ({ request, reply, status, code, message, correlationId }: Refusal): FastifyReply => {
  edgeRequestOf(request).errorCodes.push(code);
  const errors = [{ message, extensions: { code, ...(correlationId && { correlationId }) } }];
  return reply.code(status).type('application/json; charset=utf-8').send(JSON.stringify({ errors }));
};

import type { Logger } from '@cartograph/telemetry';
import type { FastifyError, FastifyInstance } from 'fastify';
import { correlationOf } from './viewer-door.ts';

/**
 * Answers what fails outside the graph as the graph would: a code, and by which id its cause is found in the log. Fastify's own
 * answer would tell the cause.
 */
export const answerErrors = (app: FastifyInstance, logger: Logger): void => {
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    const correlationId = correlationOf(request);
    const said = error.statusCode ?? 500;
    const isTheirs = said >= 400 && said < 500;
    if (isTheirs) logger.warn({ err: error, correlationId }, 'a request cannot be read');
    else logger.error({ err: error, correlationId }, 'a request failed outside the graph');
    const message = isTheirs ? 'This request cannot be read.' : 'Internal server error';
    const code = isTheirs ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR';
    await reply.code(isTheirs ? said : 500).send({ errors: [{ message, extensions: { code, correlationId } }] });
  });
};

import type { FastifyReply, FastifyRequest } from 'fastify';
import { edgeRequestOf } from './edge-request.ts';

type Refusal = {
  request: FastifyRequest;
  reply: FastifyReply;
  status: number;
  code: string;
  message: string;
  correlationId?: string;
  /** When to come again, also told by the header. */
  retryAfterSeconds?: number | undefined;
};

/** Answers in the shape of a GraphQL error. */
export const refuse = ({ request, reply, status, code, message, correlationId, ...when }: Refusal): FastifyReply => {
  const { retryAfterSeconds } = when;
  edgeRequestOf(request).errorCodes.push(code);
  const more = { ...(correlationId && { correlationId }), ...(retryAfterSeconds && { retryAfterSeconds }) };
  const errors = [{ message, extensions: { code, ...more } }];
  if (retryAfterSeconds) void reply.header('retry-after', String(retryAfterSeconds));
  return reply.code(status).type('application/json; charset=utf-8').send(JSON.stringify({ errors }));
};

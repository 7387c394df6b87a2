import type { FastifyReply, FastifyRequest } from 'fastify';
import { edgeRequestOf } from './edge-request.ts';

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

import { type LimitName, limitTable } from '@cartograph/graph-limits';
import { count } from '@cartograph/telemetry';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from '../refuse.ts';

/** The answer to a request that does not keep a limit, and the metric that counts it. */
export const refuseByLimit = (
  request: FastifyRequest,
  reply: FastifyReply,
  { limit, allowed, retryAfterSeconds }: { limit: LimitName; allowed: number; retryAfterSeconds?: number },
): FastifyReply => {
  const { code, status, unit, counts } = limitTable[limit];
  count('cartograph.gateway.refusals', 1, { 'error.type': code });
  if (status === 503) void reply.header('retry-after', '1');
  const message = `More than ${allowed} ${unit} (${counts}).`;
  return refuse({ request, reply, status, code, message, retryAfterSeconds });
};

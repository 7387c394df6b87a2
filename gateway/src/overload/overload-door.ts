import { limitTable } from '@cartograph/graph-limits';
import { count, type Logger } from '@cartograph/telemetry';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { isOfGraph } from '../graph-paths.ts';
import { createAdaptiveLimit } from './adaptive-limit.ts';
import { watchLateness } from './lateness.ts';

const { code, status } = limitTable.concurrency;
const refusal = Buffer.from(
  JSON.stringify({ errors: [{ message: 'This server has more to do than it can. Try again.', extensions: { code } }] }),
);

/**
 * Refuses what is more than this process gets done, as the first thing that happens to a request: before its body is read, a
 * viewer identified or a line logged. What is refused must cost next to nothing, or the refusals themselves are the overload.
 */
export const refuseOverload = (app: FastifyInstance, { most, logger }: { most: number; logger: Logger }): void => {
  const limit = createAdaptiveLimit(most);
  const refused = tellOfRefusals(logger);
  let underWay = 0;
  let busiest = 0;
  const stop = watchLateness((lateMs) => {
    limit.observe({ lateMs, busiest });
    busiest = underWay;
    refused.tell(limit.allowed());
  });
  app.addHook('onClose', async () => stop());
  // With a callback: a promise for each would be a good part of what a refusal costs.
  app.addHook('onRequest', (request, reply, next) => {
    if (!isOfGraph(request) || request.method === 'OPTIONS') return next();
    if (underWay >= limit.allowed()) return refuse(reply, refused.next());
    underWay += 1;
    busiest = Math.max(busiest, underWay);
    reply.raw.once('close', () => {
      underWay -= 1;
    });
    next();
  });
};

/** Those who are refused together must not come back together: one waits a second, the next two, the next three. */
const refuse = (reply: FastifyReply, turn: number): void => {
  void reply.header('retry-after', String(1 + (turn % 3)));
  void reply.header('cache-control', 'no-store');
  void reply.code(status).type('application/json; charset=utf-8').send(refusal);
};

/** A line for each refusal would cost as much as an answer: there is one a second, with how many there were. */
const tellOfRefusals = (logger: Logger) => {
  let turn = 0;
  let untold = 0;
  let toldMs = Number.NEGATIVE_INFINITY;
  return {
    next: () => {
      untold += 1;
      turn += 1;
      return turn;
    },
    tell: (allowed: number) => {
      if (untold === 0 || performance.now() - toldMs < 1_000) return;
      count('cartograph.gateway.refusals', untold, { 'error.type': code });
      logger.warn({ refused: untold, allowed }, 'there is more to do than this process can: requests are refused');
      untold = 0;
      toldMs = performance.now();
    },
  };
};

import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { refuse } from './refuse.ts';

export type Drain = {
  /** It is being stopped: whoever chooses between several should choose another. */
  isDraining: () => boolean;
  /** Resolves when what is in flight has its answer, or at the limit (then false). */
  drain: (times: DrainTimes) => Promise<boolean>;
};

export type DrainTimes = {
  /** For so long what is new is still answered: whoever asks for the readiness now and then has not heard yet. */
  readonly noticeMs: number;
  /** For so long what is in flight is waited for; what is new is refused. */
  readonly limitMs: number;
};

/** Told to everybody who asks, or it would not be known whether the process still lives. */
const openWhileDraining = new Set(['/health', '/ready']);

/**
 * Gives notice of a stop, counts what is in flight, and closes the door while the listener is still open, so that nobody is met with a
 * reset.
 */
export const createDrain = (app: FastifyInstance): Drain => {
  let inFlight = 0;
  let isDraining = false;
  let isClosed = false;
  let whenEmpty: () => void = () => undefined;
  app.addHook('onRequest', async (request, reply) => {
    if (isClosed && !openWhileDraining.has(request.routeOptions.url ?? '')) {
      void reply.header('retry-after', '1');
      return refuse({ request, reply, status: 503, code: 'SERVER_DRAINING', message: 'This server is being stopped.' });
    }
    inFlight += 1;
    // Not onResponse: that hook does not run for a client that went away.
    reply.raw.once('close', () => {
      inFlight -= 1;
      if (inFlight === 0) whenEmpty();
    });
  });
  app.addHook('onSend', async (_request, reply) => {
    // A kept-alive connection would bring the next request here too.
    if (isDraining) void reply.header('connection', 'close');
  });
  const drain = async ({ noticeMs, limitMs }: DrainTimes) => {
    isDraining = true;
    if (noticeMs > 0) await sleep(noticeMs);
    isClosed = true;
    if (inFlight === 0) return true;
    return new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => resolve(false), limitMs);
      whenEmpty = () => {
        clearTimeout(timer);
        resolve(true);
      };
    });
  };
  return { isDraining: () => isDraining, drain };
};

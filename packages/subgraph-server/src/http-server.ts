import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '@cartograph/telemetry';
import fastify, { type FastifyInstance, LogController } from 'fastify';
import { answerErrors } from './answer-errors.ts';
import type { SubgraphConfig } from './subgraph-config.ts';
import { traceRequests } from './trace-requests.ts';
import { guardGraphDoor } from './viewer-door.ts';

/** The gateway sends at most some hundred representations at once; a larger body is no request of ours. */
const bodyLimitBytes = 4 * 1024 * 1024;

/**
 * Idle connections are kept for that long once it drains: a mutation that was already on its way into one is told that it was
 * not begun, and sent elsewhere. Cut off, nobody could say whether it was.
 */
const noticeMs = 200;

/** The HTTP server of a subgraph: health and readiness, the guarded door, and 503 for new requests while it drains. */
export const createHttpServer = (options: {
  name: string;
  config: SubgraphConfig;
  logger: Logger;
  isReady: () => Promise<void>;
}): { app: FastifyInstance; drain: () => Promise<void> } => {
  let isDraining = false;
  let inFlight = 0;
  let whenEmpty: () => void = () => undefined;
  const app: FastifyInstance = fastify({
    loggerInstance: options.logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: bodyLimitBytes,
    forceCloseConnections: 'idle',
    // Longer than the gateway's pool keeps an idle connection, so that it never writes into one we are closing.
    keepAliveTimeout: 65_000,
  }) as unknown as FastifyInstance;

  app.addHook('onRequest', async (request, reply) => {
    if (!isDraining || request.routeOptions.url === '/health') return;
    await reply.code(503).header('retry-after', '1').header('connection', 'close').send({ status: 'draining' });
  });
  app.addHook('preHandler', async (_, reply) => {
    inFlight += 1;
    // Not onResponse: that hook does not run for a client that went away, and the drain would wait for it in vain.
    reply.raw.once('close', () => {
      inFlight -= 1;
      if (inFlight === 0) whenEmpty();
    });
  });
  answerErrors(app, options.logger);
  guardGraphDoor(app, options);
  traceRequests(app);
  app.get('/health', async () => ({ status: 'alive' }));
  app.get('/ready', async (_, reply) => {
    try {
      await options.isReady();
      return { status: 'ready' };
    } catch (error) {
      options.logger.warn({ err: error }, 'not ready');
      return reply.code(503).send({ status: 'not ready' });
    }
  });

  const drain = async () => {
    isDraining = true;
    await delay(noticeMs);
    if (inFlight > 0)
      await new Promise<void>((resolve) => {
        whenEmpty = resolve;
      });
  };
  return { app, drain };
};

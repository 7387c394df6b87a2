import { createHash, timingSafeEqual } from 'node:crypto';
import type { Logger } from '@cartograph/telemetry';
import fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import type { Config } from './config.ts';
import { openStore } from './open-store.ts';
import { paymentRoutes } from './payment-routes.ts';
import { Refusal, refusalBody } from './refusal.ts';

/**
 * Starts the sandbox payment provider: an HTTP service of its own with its own durable state, as a real provider would
 * be. `stop` answers what is in flight, closes silent connections and then the store.
 */
export const startSandboxProvider = async ({
  config,
  logger,
}: {
  config: Pick<Config, 'HOST' | 'PORT' | 'SANDBOX_DATA_DIR' | 'SANDBOX_API_KEY'>;
  logger: Logger;
}): Promise<{ url: string; stop: () => Promise<void> }> => {
  const store = openStore(config.SANDBOX_DATA_DIR);
  const app: FastifyInstance = fastify({ bodyLimit: 64 * 1024, forceCloseConnections: true, keepAliveTimeout: 65_000 });
  answerErrors(app, logger);
  app.get('/health', async () => ({ status: 'alive' }));
  app.get('/ready', async () => {
    store.prepare('SELECT 1').get();
    return { status: 'ready' };
  });
  await app.register(async (api) => {
    requireKey(api, config.SANDBOX_API_KEY);
    paymentRoutes(api, store);
  });
  const url = await app.listen({ host: config.HOST, port: config.PORT });
  logger.info({ url }, 'ready');
  return {
    url,
    stop: async () => {
      await app.close();
      store.close();
    },
  };
};

const answerErrors = (app: FastifyInstance, logger: Logger): void => {
  app.setErrorHandler<FastifyError | Refusal>(async (error, _, reply) => {
    if (error instanceof Refusal) return reply.code(error.statusCode).send(refusalBody(error.code, error.message));
    const statusCode = error.statusCode ?? 500;
    if (statusCode < 500) return reply.code(statusCode).send(refusalBody('bad_request', error.message));
    logger.error({ err: error }, 'a request failed');
    return reply.code(500).send(refusalBody('internal_error', 'The provider failed.'));
  });
};

const requireKey = (api: FastifyInstance, apiKey: string): void => {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  const expected = digest(`Bearer ${apiKey}`);
  api.addHook('onRequest', async (request) => {
    if (timingSafeEqual(digest(request.headers.authorization ?? ''), expected)) return;
    throw new Refusal(401, 'unauthorized', 'Send the API key as Bearer.');
  });
};

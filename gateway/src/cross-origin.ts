import { guestTokenHeader } from '@cartograph/viewer';
import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import type { GatewayConfig } from './config.ts';
import { correlationHeader } from './edge-request.ts';

type Settings = Pick<GatewayConfig, 'CORS_ORIGINS' | 'CORS_CREDENTIALS' | 'CORS_HEADERS'>;

/**
 * Lets in the pages of exactly these origins, e.g. Apollo Studio's Explorer, also where a browser asks beforehand whether a
 * public page may reach a private network. A token is always a header; cookies may only come along where that is set.
 */
export const allowOrigins = async (app: FastifyInstance, settings: Settings): Promise<void> => {
  const origins = new Set(settings.CORS_ORIGINS.map((origin) => new URL(origin).origin));
  if (origins.size === 0) return;
  allowPrivateNetwork(app, origins);
  await app.register(cors, {
    origin: [...origins],
    methods: ['GET', 'POST'],
    credentials: settings.CORS_CREDENTIALS === 'on',
    allowedHeaders: [
      'content-type',
      'authorization',
      guestTokenHeader,
      'apollo-require-preflight',
      'x-apollo-operation-name',
      'apollographql-client-name',
      'apollographql-client-version',
      'apollo-query-plan-experimental',
      ...settings.CORS_HEADERS,
    ],
    exposedHeaders: [correlationHeader, 'retry-after'],
    maxAge: 600,
  });
};

/** Chrome asks this before a page on the internet may reach a server on this machine or in this network. */
const allowPrivateNetwork = (app: FastifyInstance, origins: ReadonlySet<string>): void => {
  app.addHook('onRequest', async (request, reply) => {
    const isAsked =
      request.method === 'OPTIONS' && request.headers['access-control-request-private-network'] === 'true';
    if (isAsked && origins.has(request.headers.origin ?? ''))
      void reply.header('access-control-allow-private-network', 'true');
  });
};

import { guestTokenHeader } from '@cartograph/viewer';
import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import { correlationHeader } from './edge-request.ts';

/** Lets in the pages of exactly these origins, e.g. Apollo Studio's Explorer. No cookies: a token is always a header. */
export const allowOrigins = async (app: FastifyInstance, origins: readonly string[]): Promise<void> => {
  if (origins.length === 0) return;
  await app.register(cors, {
    origin: [...new Set(origins.map((origin) => new URL(origin).origin))],
    methods: ['GET', 'POST'],
    allowedHeaders: [
      'content-type',
      'authorization',
      guestTokenHeader,
      'apollo-require-preflight',
      'x-apollo-operation-name',
      'apollographql-client-name',
      'apollographql-client-version',
    ],
    exposedHeaders: [correlationHeader, 'retry-after'],
    maxAge: 600,
  });
};

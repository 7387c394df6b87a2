import type { FastifyInstance } from 'fastify';
import { connectReplica, type ReplicaLimits } from './subgraphs/replicas.ts';

const pictureName = /^[a-z\d-]{1,100}\.svg$/;
const passedHeaders = ['content-type', 'content-length', 'cache-control', 'etag', 'last-modified'];

/** Hands on the shop's pictures from where they are kept, so that a browser needs to reach this server alone. */
export const serveMedia = (
  app: FastifyInstance,
  { origin, limits }: { origin: string; limits: ReplicaLimits },
): void => {
  const source = connectReplica(origin, limits);
  app.addHook('onClose', () => source.close());
  app.route<{ Params: { name: string }; Querystring: { view?: unknown } }>({
    method: ['GET', 'HEAD'],
    url: '/media/:name',
    handler: async (request, reply) => {
      const { name } = request.params;
      if (!pictureName.test(name)) return reply.callNotFound();
      const signal = AbortSignal.timeout(limits.timeoutMs);
      const method = request.method === 'HEAD' ? 'HEAD' : 'GET';
      const picture = await source
        .request({ method, path: pathOf(name, request.query.view), signal })
        .catch(() => null);
      if (picture?.statusCode === 200) {
        for (const header of passedHeaders) {
          const value = picture.headers[header];
          if (value !== undefined) void reply.header(header, value);
        }
        // A picture opened by itself is a document of our origin: nothing in it may run.
        void reply.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
        void reply.header('x-content-type-options', 'nosniff');
        return reply.send(picture.body);
      }
      await picture?.body.dump();
      return picture?.statusCode === 404 ? reply.callNotFound() : reply.code(502).send();
    },
  });
};

/** Nothing else of a query is handed on: a cache must not fill with one picture under a thousand names. */
const pathOf = (name: string, view: unknown): string => `/media/${name}${view === 'detail' ? '?view=detail' : ''}`;

import { createViewerVerifier, viewerHeader } from '@cartograph/viewer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { SubgraphConfig } from './subgraph-config.ts';
import { correlationIdIn, type SubgraphRequest, subgraphRequest } from './subgraph-request.ts';

const known = new WeakMap<FastifyRequest, SubgraphRequest>();

/** The plain answer to whoever is not the gateway; the reason stands in our log alone. */
export const refusal = {
  errors: [{ message: 'This door is for the gateway only.', extensions: { code: 'UNAUTHENTICATED' } }],
};

/** Refuses every request to the graph that does not carry a live viewer signed by the gateway for this subgraph. */
export const guardGraphDoor = (
  app: FastifyInstance,
  { name, config }: { name: string; config: SubgraphConfig },
): void => {
  const verify = createViewerVerifier({ publicJwks: config.VIEWER_JWKS, audience: name });
  app.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.url !== '/graphql') return;
    try {
      const viewer = await verify(request.headers[viewerHeader]);
      known.set(request, subgraphRequest(viewer, request.headers));
    } catch (error) {
      request.log.warn(
        { reason: error instanceof Error ? error.message : 'unknown' },
        'a request without a viewer was refused',
      );
      await reply.code(401).send(refusal);
    }
  });
};

/** By which a request is found in the log, also one that did not come through the door. */
export const correlationOf = (request: FastifyRequest): string =>
  known.get(request)?.correlationId ?? correlationIdIn(request.headers);

/** The request as the door let it in. Throws for a request that did not pass it, which is a bug. */
export const requestOf = (request: FastifyRequest): SubgraphRequest => {
  const found = known.get(request);
  if (!found) throw new Error('a request reached the graph past its door');
  return found;
};

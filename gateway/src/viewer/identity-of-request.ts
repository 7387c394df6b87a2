import type { FastifyRequest } from 'fastify';
import type { createViewerIdentification, Identified } from './identify-viewer.ts';

/** Who asks; rejects for a credential that does not hold. */
export type IdentityOfRequest = (request: FastifyRequest) => Promise<Identified>;

/** Finds out once for each request, whoever wants to know. */
export const identityOfRequest = (identify: ReturnType<typeof createViewerIdentification>): IdentityOfRequest => {
  const known = new WeakMap<FastifyRequest, Promise<Identified>>();
  return (request) => {
    const identified = known.get(request) ?? identify(request.headers);
    known.set(request, identified);
    return identified;
  };
};

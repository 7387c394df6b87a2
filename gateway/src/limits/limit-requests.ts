import { BlockList, isIPv6 } from 'node:net';
import type { Limits } from '@cartograph/graph-limits';
import { networkOf } from '@cartograph/throttle';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { edgeRequestOf } from '../edge-request.ts';
import { isOfGraph } from '../graph-paths.ts';
import type { IdentityOfRequest } from '../viewer/identity-of-request.ts';
import type { RateLimits, RateName } from './rate-limits.ts';
import { refuseByLimit } from './refuse-by-limit.ts';

type Counting = { limits: Limits; identityOf: IdentityOfRequest; rates: RateLimits };

/**
 * Refuses who asks too often: by account or machine once a token holds, so that nobody uses up what their neighbours behind
 * the same address have; everybody else, whoever sends tokens that do not hold included, by address.
 */
export const limitRequests = (app: FastifyInstance, { limits, identityOf, rates }: Counting): void => {
  app.addHook('preHandler', async (request, reply) => {
    if (!isOfGraph(request) || isFromThisMachine(request)) return;
    const { rate, who } = await countedAs(request, identityOf);
    const waitMs = await rates.take(rate, who);
    if (waitMs === null) return;
    const retryAfterSeconds = Math.max(1, Math.ceil(waitMs / 1_000));
    return refuseByLimit(request, reply, { limit: rate, allowed: limits[rate], retryAfterSeconds });
  });
};

type Counted = { rate: RateName; who: string };

const countedAs = async (request: FastifyRequest, identityOf: IdentityOfRequest): Promise<Counted> => {
  const byAddress: Counted = { rate: 'addressRequests', who: networkOf(edgeRequestOf(request).origin.address) };
  // Whatever stands before them, the other routes answer everybody alike.
  if (request.routeOptions.url !== '/graphql') return byAddress;
  try {
    const { clientId, userId } = (await identityOf(request)).viewer;
    if (clientId !== null) return { rate: 'machineRequests', who: clientId };
    return userId === null ? byAddress : { rate: 'viewerRequests', who: userId };
  } catch {
    // Refused where the operation would begin.
    return byAddress;
  }
};

const thisMachine = new BlockList();
thisMachine.addSubnet('127.0.0.0', 8, 'ipv4');
thisMachine.addAddress('::1', 'ipv6');

const isLoopback = (address: string): boolean => thisMachine.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');

/**
 * Load tests, and proxies on the same machine that do not say for whom they ask: these would be counted as one. Not by what
 * a header says alone.
 */
const isFromThisMachine = (request: FastifyRequest): boolean =>
  isLoopback(request.socket.remoteAddress ?? '') && isLoopback(edgeRequestOf(request).origin.address);

import type { FastifyRequest } from 'fastify';

/** The routes whose requests become operations of the graph; only the first takes operations of the client's own. */
const graphPaths = new Set(['/graphql', '/products', '/products/:slug']);

export const isOfGraph = ({ routeOptions }: FastifyRequest): boolean => graphPaths.has(routeOptions.url ?? '');

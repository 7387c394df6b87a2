import { failSpan, record } from '@cartograph/telemetry';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type EdgeRequest, edgeRequestOf } from '../edge-request.ts';
import { createNameLimit } from './name-limit.ts';

/** Ends the span of each request, and notes how long it took and how it ended: for the route and for its operation. */
export const measureRequests = (app: FastifyInstance): void => {
  const nameOf = createNameLimit(200);
  app.addHook('onRequest', async (request, reply) => {
    const route = request.routeOptions.url;
    if (route === undefined || request.method === 'OPTIONS') return;
    const edge = edgeRequestOf(request);
    reply.raw.once('close', () => {
      const seconds = (performance.now() - edge.startedAtMs) / 1_000;
      const ending = endingOf(edge, reply);
      endSpan(edge, ending);
      record('http.server.request.duration', seconds, { ...aboutRoute(request, route), ...ending });
      if (edge.operation?.kind) {
        const operation = {
          'graphql.operation.type': edge.operation.kind,
          'graphql.operation.name': nameOf(edge.operation.name),
        };
        record('cartograph.graphql.operation.duration', seconds, { ...operation, ...failureOf(edge) });
        recordCost(edge, operation);
      }
    });
  });
};

const recordCost = ({ cost }: EdgeRequest, operation: Record<string, string>): void => {
  if (!cost) return;
  record('cartograph.graphql.operation.cost', cost.static, { ...operation, 'cartograph.cost.kind': 'static' });
  // Nothing was answered where the operation was refused.
  if (cost.actual === null) return;
  record('cartograph.graphql.operation.cost', cost.actual, { ...operation, 'cartograph.cost.kind': 'actual' });
};

const aboutRoute = ({ method }: FastifyRequest, route: string) => ({
  'http.request.method': method,
  'http.route': route,
});

const endingOf = ({ clientGone }: EdgeRequest, { statusCode }: FastifyReply) => {
  if (clientGone.aborted) return { 'error.type': 'client_gone' };
  return { 'http.response.status_code': statusCode, ...(statusCode >= 500 && { 'error.type': String(statusCode) }) };
};

/** The code of the first error that the client was told of. */
const failureOf = ({ errorCodes: [code], clientGone }: EdgeRequest) => {
  if (code !== undefined) return { 'error.type': code };
  return clientGone.aborted ? { 'error.type': 'client_gone' } : {};
};

const endSpan = (edge: EdgeRequest, ending: ReturnType<typeof endingOf>): void => {
  const { span, operation, errorCodes } = edge;
  if (!span) return;
  span.setAttributes({
    ...ending,
    ...(operation?.kind && { 'graphql.operation.type': operation.kind }),
    ...(operation?.name && { 'graphql.operation.name': operation.name }),
    ...(errorCodes.length > 0 && { 'cartograph.error.codes': [...new Set(errorCodes)] }),
  });
  const fault = ending['error.type'] ?? errorCodes.find((code) => faults.has(code));
  if (fault !== undefined) failSpan(span, fault);
  span.end();
};

/** What is our doing and not the caller's. */
const faults = new Set(['INTERNAL_SERVER_ERROR', 'SUBGRAPH_UNAVAILABLE', 'OPERATION_TIMEOUT']);

import type { ApolloServerPlugin } from '@apollo/server';
import type { Logger } from '@cartograph/telemetry';
import type { FastifyInstance } from 'fastify';
import { type EdgeRequest, edgeRequestOf } from './edge-request.ts';
import type { GatewayContext } from './gateway-context.ts';
import { isOfGraph } from './graph-paths.ts';

const maxNameLength = 100;

/** Tells the edge request which operation it turned out to be. */
export const operationNames: ApolloServerPlugin<GatewayContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ contextValue: { edge }, operation, operationName }) {
        edge.operation = { name: operationName?.slice(0, maxNameLength) ?? null, kind: operation?.operation ?? null };
      },
    };
  },
};

/**
 * One line per request to the graph, also for one that was refused: what it was, whose client sent it, how it ended, how long it took, how often
 * each subgraph was asked, and what it could cost and did. Never variables, query texts or tokens.
 */
export const logOperations = (app: FastifyInstance, logger: Logger): void => {
  app.addHook('onRequest', async (request, reply) => {
    if (!isOfGraph(request) || request.method === 'OPTIONS') return;
    const edge = edgeRequestOf(request);
    reply.raw.once('close', () => {
      logger.info(
        {
          operation: edge.operation?.name ?? null,
          kind: edge.operation?.kind ?? null,
          client: edge.client.name,
          status: edge.clientGone.aborted ? 'CLIENT_GONE' : reply.statusCode,
          errors: edge.errorCodes,
          durationMs: Math.round((performance.now() - edge.startedAtMs) * 10) / 10,
          fetches: Object.fromEntries(edge.fetches),
          cost: edge.cost && { static: edge.cost.static, actual: edge.cost.actual },
          correlationId: edge.correlationId,
          ...traceOfRequest(edge),
        },
        'operation',
      );
    });
  });
};

/** Said here, as the line is written when the request, and with it its trace, is over. */
const traceOfRequest = ({ span, traceId }: EdgeRequest): Record<string, string> => ({
  trace_id: traceId,
  ...(span && { span_id: span.spanContext().spanId }),
});

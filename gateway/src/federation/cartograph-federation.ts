import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { createExecution } from '@cartograph/execution';
import { record } from '@cartograph/telemetry';
import type { GatewayContext } from '../gateway-context.ts';
import { nodeSubgraphName } from '../node/node-owners.ts';
import type { EngineParts } from './engine-parts.ts';

/** Our own engine. */
export const cartographFederation = (parts: EngineParts): GatewayInterface => {
  const { config, subgraphs, supergraph, node, cache, operations, readingOf } = parts;
  return createExecution<GatewayContext>({
    supergraph,
    ask: async (request, { context, signal }) => {
      if (request.subgraph !== nodeSubgraphName) {
        return subgraphs.reach(request.subgraph)(request, { context, signal });
      }
      const asking = { ...context, edge: { ...context.edge, unwanted: signal } };
      const variables = JSON.parse(request.variables) as Record<string, unknown>;
      const answer = await node.answer({ ...request, variables }, asking);
      return { read: () => structuredClone(answer) };
    },
    cache,
    limits: { planCacheBytes: config.PLAN_CACHE_BYTES },
    // Nothing else of a request reaches a subgraph but ids that are there for the logs.
    answerKey: ({ viewer }) => JSON.stringify(viewer),
    clientGone: ({ edge }) => edge.unwanted,
    showsPlans: config.NODE_ENV !== 'production',
    warmUpWith: () => operations.published().map((query) => ({ query })),
    onPlanned: ({ ms, when }) =>
      record('cartograph.graphql.plan.duration', ms / 1_000, { 'cartograph.plan.when': when }),
    beforeServing: async ({ supergraphSdl, subgraphs: needed }) => {
      // Throws for a subgraph that has no address.
      for (const name of needed) if (name !== nodeSubgraphName) subgraphs.reach(name);
      await cache?.prepare(supergraphSdl, readingOf(supergraphSdl).texts);
    },
  });
};

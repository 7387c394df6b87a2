import type { ApolloServerPlugin } from '@apollo/server';
import { type CostModel, type CostRules, costModelOf, limitTable, measureAnswer } from '@cartograph/graph-limits';
import { count } from '@cartograph/telemetry';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { GatewayContext } from '../gateway-context.ts';
import { httpExtension } from '../http-extension.ts';
import { createCostMeasure } from './known-costs.ts';

/**
 * Refuses an operation that can cost more than is allowed, before it is planned, and notes what it can cost. It runs behind
 * the limits of the document, which keep the walk short, and behind validation, which keeps it sound. Weights are those
 * of the supergraph that is served: clients do not see them.
 */
export const limitCost = (
  allowed: number,
  costsOf: (supergraphSdl: string) => CostRules,
): ApolloServerPlugin<GatewayContext> => {
  const models = new WeakMap<GraphQLSchema, CostModel>();
  const measure = createCostMeasure();
  return {
    async serverWillStart() {
      return {
        schemaDidLoadOrUpdate({ apiSchema, coreSupergraphSdl }) {
          if (coreSupergraphSdl !== undefined)
            models.set(apiSchema, costModelOf(apiSchema, costsOf(coreSupergraphSdl)));
        },
      };
    },
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, document, operation, request, contextValue }) {
          // What the gateway asks for itself is known, and its pages have the subgraphs' bound.
          if (!operation || contextValue.isOwn) return;
          const costs = models.get(schema);
          if (!costs) throw new Error('the weights of the schema that is served are not known');
          const sent = { operationName: request.operationName, variables: request.variables, costs };
          const { cost, surcharge, unsliced } = measure(schema, document, sent);
          const walk = (data: Record<string, unknown> | null) => measureAnswer(schema, document, { ...sent, data });
          contextValue.edge.cost = { static: cost, actual: null, surcharge, walk };
          if (unsliced[0] !== undefined) throw unbounded(unsliced[0]);
          if (cost > allowed) throw tooCostly(cost, allowed);
        },
      };
    },
  };
};

const tooCostly = (cost: number, allowed: number): GraphQLError => {
  const { unit, counts } = limitTable.cost;
  return refused(`More than ${allowed} ${unit} (${counts}): ${cost}. Ask for smaller pages, or for less within them.`);
};

const unbounded = (coordinate: string): GraphQLError =>
  refused(`${coordinate} takes exactly one of the arguments that say how many it answers. Give one of them.`);

const refused = (message: string): GraphQLError => {
  const { code, status } = limitTable.cost;
  count('cartograph.gateway.refusals', 1, { 'error.type': code });
  return new GraphQLError(message, { extensions: { code, ...httpExtension(status, {}) } });
};

import type { ApolloServerPlugin } from '@apollo/server';
import { limitTable, measureOperation } from '@cartograph/graph-limits';
import { count } from '@cartograph/telemetry';
import { GraphQLError } from 'graphql';
import type { GatewayContext } from '../gateway-context.ts';
import { httpExtension } from '../http-extension.ts';

/**
 * Refuses an operation that can answer more than is allowed, before it is planned. It runs behind the limits of the
 * document, which keep the walk short, and behind validation, which keeps it sound.
 */
export const limitCost = (allowed: number): ApolloServerPlugin<GatewayContext> => ({
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, document, operation, request, contextValue }) {
        // What the gateway asks for itself is known, and its pages have the subgraphs' bound.
        if (!operation || contextValue.isOwn) return;
        const { cost } = measureOperation(schema, document, request);
        if (cost > allowed) throw tooCostly(cost, allowed);
      },
    };
  },
});

const tooCostly = (cost: number, allowed: number): GraphQLError => {
  const { code, status, unit, counts } = limitTable.cost;
  count('cartograph.gateway.refusals', 1, { 'error.type': code });
  const message = `More than ${allowed} ${unit} (${counts}): ${cost}. Ask for smaller pages, or for less within them.`;
  return new GraphQLError(message, { extensions: { code, ...httpExtension(status, {}) } });
};

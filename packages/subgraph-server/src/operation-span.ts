import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import { activeSpan } from '@cartograph/telemetry';

/** Tells the span of the request which operation it turned out to be. Never its text or its variables. */
export const operationSpan: ApolloServerPlugin<BaseContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ operation, operationName }) {
        activeSpan()?.setAttributes({
          ...(operation && { 'graphql.operation.type': operation.operation }),
          ...(operationName && { 'graphql.operation.name': operationName }),
        });
      },
    };
  },
};

import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import { errorTypeOf, startSpan } from '@cartograph/telemetry';

/** A span each for reading and for validating an operation; a known one needs neither. */
export const operationSpans: ApolloServerPlugin<BaseContext> = {
  async requestDidStart() {
    return {
      async parsingDidStart() {
        const end = begin('graphql.parse');
        return async (error) => end(error);
      },
      async validationDidStart() {
        const end = begin('graphql.validate');
        return async (errors) => end(errors?.[0]);
      },
    };
  },
};

const begin = (name: string) => {
  const span = startSpan(name);
  return (error: unknown): void => {
    // Whoever asked made a mistake, and nothing failed.
    if (error) span?.setAttribute('error.type', errorTypeOf(error));
    span?.end();
  };
};

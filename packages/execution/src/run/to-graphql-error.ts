import { GraphQLError } from 'graphql';

/** What was thrown, as an error of the answer; what it was before goes along for the log. */
export const toGraphQLError = (thrown: unknown): GraphQLError => {
  if (thrown instanceof GraphQLError) return thrown;
  const originalError = thrown instanceof Error ? thrown : new Error(String(thrown));
  return new GraphQLError(originalError.message, { originalError });
};

/** The same error at a place. */
export const atPath = (error: GraphQLError, path: readonly (string | number)[]): GraphQLError =>
  new GraphQLError(error.message, {
    path,
    extensions: error.extensions,
    ...(error.originalError && { originalError: error.originalError }),
  });

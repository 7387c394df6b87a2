import { GraphQLError } from 'graphql';
import { NotSent } from './outage.ts';

/** The code of a subgraph that cannot be reached or does not answer in time. */
export const subgraphUnavailableCode = 'SUBGRAPH_UNAVAILABLE';

/**
 * Only the subgraph's own fields are empty because of it: the rest of the answer stands. The reason names addresses, so
 * it goes to the log and never into the message. What was not even sent says when to come again.
 */
export const subgraphUnavailable = (subgraph: string, cause: unknown): GraphQLError =>
  new GraphQLError(`The ${subgraph} part of the graph is not available just now.`, {
    extensions: {
      code: subgraphUnavailableCode,
      subgraph,
      ...(cause instanceof NotSent && { retryAfterSeconds: Math.ceil(cause.retryAfterMs / 1_000) }),
    },
    ...(cause instanceof Error && { originalError: cause }),
  });

import type { GraphQLFormattedError } from 'graphql';

/** One request to one subgraph, with everything of it already written as JSON. */
export type SubgraphRequest = {
  readonly subgraph: string;
  readonly query: string;
  readonly operationName: string | undefined;
  readonly isMutation: boolean;
  /** Is the subgraph to time its resolvers, and to say so with its answer (`extensions.ftv1`)? */
  readonly isTraced: boolean;
  /** The variables as JSON text. */
  readonly variables: string;
  /** The whole request as JSON text: query, operationName and variables. */
  readonly body: string;
};

export type SubgraphAnswer = {
  data?: Record<string, unknown> | null;
  errors?: readonly GraphQLFormattedError[];
  /** How long its resolvers took: base64 around protobuf, only where it was asked for. */
  extensions?: { ftv1?: string };
};

/**
 * What came from a subgraph, not yet read. Each `read` gives data of its own, as execution writes into what it reads and
 * several operations may share one reply. It throws for what is no answer.
 */
export type SubgraphReply = {
  read: () => SubgraphAnswer;
  /** As its header of that name says; absent where nothing of it may be kept. */
  readonly cacheControl?: string;
};

/** Reaches a subgraph on behalf of a request. Rejects when there is no reply; `signal` tells that nobody waits for it. */
export type AskSubgraph<Context> = (
  request: SubgraphRequest,
  asking: { context: Context; signal: AbortSignal },
) => Promise<SubgraphReply>;

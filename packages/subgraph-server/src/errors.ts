import { GraphQLError } from 'graphql';
import type { SubgraphRequest } from './subgraph-request.ts';

/** The input cannot be taken; `message` is shown to the client as it is. */
export const badUserInput = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

/** Nobody is signed in, and somebody must be. */
export const unauthenticated = (): GraphQLError =>
  new GraphQLError('Sign in to see this.', { extensions: { code: 'UNAUTHENTICATED' } });

/** Too often; the gateway hands on after how many seconds to try again. */
export const rateLimited = (retryAfterSeconds: number): GraphQLError =>
  new GraphQLError('Too many attempts. Try again later.', { extensions: { code: 'RATE_LIMITED', retryAfterSeconds } });

/** Whoever asks may not. */
export const forbidden = (): GraphQLError =>
  new GraphQLError('You may not see this.', { extensions: { code: 'FORBIDDEN' } });

/** A stranger hears that signing in may help; somebody known hears that it may not be seen. */
export const refusalOf = (context: unknown): Error => {
  const viewer = (context as Partial<SubgraphRequest> | null)?.viewer;
  return viewer?.userId || viewer?.clientId ? forbidden() : unauthenticated();
};

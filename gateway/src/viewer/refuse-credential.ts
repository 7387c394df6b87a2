import { GraphQLError } from 'graphql';
import { httpExtension } from '../http-extension.ts';

/** A token that is not good is refused, never overlooked: who sent one must not be answered as nobody. */
export const refuseCredential = (cause: Error): GraphQLError =>
  new GraphQLError('The token is not valid. Sign in again.', {
    extensions: {
      code: 'UNAUTHENTICATED',
      ...httpExtension(401, { 'www-authenticate': 'Bearer error="invalid_token"' }),
    },
    originalError: cause,
  });

/** The token may well be good: the one who sent it is asked to come again. */
export const credentialUnchecked = (cause: unknown): GraphQLError =>
  new GraphQLError('Tokens cannot be checked just now.', {
    extensions: { code: 'INTERNAL_SERVER_ERROR', ...httpExtension(503, { 'retry-after': '1' }) },
    ...(cause instanceof Error && { originalError: cause }),
  });

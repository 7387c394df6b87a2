import { activeSpan, errorTypeOf, failSpan, type Logger } from '@cartograph/telemetry';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** Codes whose message is meant for the client. Everything else is a fault of ours and is masked. */
const publicCodes = new Set([
  'BAD_USER_INPUT',
  'FORBIDDEN',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'UNAUTHENTICATED',
  'RATE_LIMITED',
]);

/** Masks faults: the client gets a code, the log gets the cause. The gateway adds the correlation id it shares with the log. */
export const maskError =
  (logger: Logger) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const said = formatted.extensions?.code;
    const code = typeof said === 'string' ? said : '';
    const path = formatted.path ? { path: formatted.path } : {};
    const locations = formatted.locations ? { locations: formatted.locations } : {};
    if (publicCodes.has(code))
      return { message: formatted.message, ...locations, ...path, extensions: { code, ...retryTime(formatted) } };
    // graphql-js coerces variables and arguments without a code; its own messages hold nothing of ours.
    const original = error instanceof GraphQLError ? error.originalError : error;
    if (error instanceof GraphQLError && !original)
      return { message: formatted.message, ...path, extensions: { code: 'BAD_USER_INPUT' } };
    failSpan(activeSpan(), errorTypeOf(original ?? error));
    logger.error({ err: original ?? error, path: formatted.path }, 'a resolver failed');
    return { message: 'Internal server error', ...path, extensions: { code: 'INTERNAL_SERVER_ERROR' } };
  };

const retryTime = ({ extensions }: GraphQLFormattedError): { retryAfterSeconds?: number } =>
  typeof extensions?.retryAfterSeconds === 'number' ? { retryAfterSeconds: extensions.retryAfterSeconds } : {};

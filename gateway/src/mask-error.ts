import { limitTable } from '@cartograph/graph-limits';
import type { Logger } from '@cartograph/telemetry';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { currentEdgeRequest, type EdgeRequest } from './edge-request.ts';
import { notListedCodes } from './operations/safelist.ts';
import { subgraphUnavailableCode } from './subgraphs/subgraph-unavailable.ts';

/** The codes whose message is meant for the client. Everything else is a fault, and only the log hears of it. */
const publicCodes = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'RATE_LIMITED',
  limitTable.cost.code,
  subgraphUnavailableCode,
  // Apollo Server's own
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  ...Object.values(notListedCodes),
]);

const maskedCode = 'INTERNAL_SERVER_ERROR';

/**
 * The last station of every error on its way to a client: it keeps message, place and public code, adds the correlation
 * id to what is not the client's doing, and drops everything else (addresses, SQL, stacks, names of services).
 */
export const createErrorMask =
  (logger: Logger) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const edge = currentEdgeRequest();
    const masked = maskError(withCode(formatted, error), edge?.correlationId);
    const code = String(masked.extensions?.['code']);
    edge?.errorCodes.push(code);
    logFault(logger, { code, error, path: formatted.path, edge });
    return masked;
  };

/**
 * Apollo Server gives two errors of its own, about hashes of persisted queries, the status 400 and no code: whoever sent
 * the hash must not be told of a fault of ours. An error of a subgraph brings no status.
 */
const withCode = (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
  if (!(error instanceof GraphQLError) || error.extensions['code'] !== undefined) return formatted;
  const http = error.extensions['http'] as { status?: unknown } | undefined;
  return http?.status === 400
    ? { ...formatted, extensions: { ...formatted.extensions, code: 'BAD_REQUEST' } }
    : formatted;
};

/** The public form of an error. */
export const maskError = (
  formatted: GraphQLFormattedError,
  correlationId: string | undefined,
): GraphQLFormattedError => {
  const code = formatted.extensions?.['code'];
  const isPublic = typeof code === 'string' && publicCodes.has(code);
  const isClients = isPublic && code !== subgraphUnavailableCode;
  const saysWhen = code === 'RATE_LIMITED' || code === subgraphUnavailableCode;
  const retryAfterSeconds = saysWhen ? formatted.extensions?.['retryAfterSeconds'] : undefined;
  const subgraph = code === subgraphUnavailableCode ? formatted.extensions?.['subgraph'] : undefined;
  return {
    message: isPublic ? formatted.message : 'Internal server error',
    ...(formatted.locations && { locations: formatted.locations }),
    ...(formatted.path && { path: formatted.path }),
    extensions: {
      code: isPublic ? code : maskedCode,
      ...(typeof subgraph === 'string' && { subgraph }),
      ...(typeof retryAfterSeconds === 'number' && { retryAfterSeconds }),
      ...(!isClients && correlationId && { correlationId }),
    },
  };
};

type Fault = { code: string; error: unknown; path: GraphQLFormattedError['path']; edge: EdgeRequest | undefined };

const logFault = (logger: Logger, { code, error, path, edge }: Fault): void => {
  const entry = { err: originOf(error), path, correlationId: edge?.correlationId };
  if (code === maskedCode) logger.error(entry, 'an operation failed');
  else if (code === subgraphUnavailableCode && !edge?.clientGone.aborted)
    logger.warn(entry, 'a subgraph is unavailable');
  else if (code === 'UNAUTHENTICATED')
    logger.info({ reason: reasonOf(error), correlationId: edge?.correlationId }, 'refused');
};

const originOf = (error: unknown): unknown => (error instanceof GraphQLError ? (error.originalError ?? error) : error);

/** The sentence only: a stack for every expired token would be noise. */
const reasonOf = (error: unknown): string => {
  const origin = originOf(error);
  return origin instanceof Error ? origin.message : 'unknown';
};

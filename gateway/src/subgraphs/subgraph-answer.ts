import type { GraphQLFormattedError } from 'graphql';
import { z } from 'zod';
import { NoGraphqlAnswer } from './outage.ts';

/** What a subgraph answered, with nothing left in its errors that is not ours to pass on. */
export type SubgraphAnswer = {
  data?: Record<string, unknown> | null;
  errors?: GraphQLFormattedError[];
  extensions?: { ftv1: string };
};

const answerShape = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(
      z.object({
        message: z.string(),
        path: z.array(z.union([z.string(), z.number()])).optional(),
        extensions: z.object({ code: z.string().optional(), retryAfterSeconds: z.number().optional() }).optional(),
      }),
    )
    .optional(),
  extensions: z
    .object({ ftv1: z.string().optional().catch(undefined) })
    .nullish()
    .catch(undefined),
});

/** Codes a subgraph may speak to the client with; any other is a fault, and masked where errors leave the gateway. */
const passedCodes = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'BAD_USER_INPUT', 'RATE_LIMITED']);

/** What a subgraph says of a query that does not fit its schema: then the supergraph is not the one it serves. */
const schemaMismatch = /^(Cannot query |Unknown |Field |Fragment |Directive )/;

/**
 * Reads the body of a subgraph's answer. Throws NoGraphqlAnswer for what is none, and a plain error for one that was given
 * without executing anything because the subgraph does not take us for the gateway.
 */
export const readSubgraphAnswer = ({ status, body }: { status: number; body: string }): SubgraphAnswer => {
  if (status === 401 || status === 403) throw new Error(`the subgraph refused the gateway (${status})`);
  const answer = readShape(status, body);
  return {
    ...(answer.data !== undefined && { data: answer.data }),
    ...(answer.errors && answer.errors.length > 0 && { errors: answer.errors.map(toPublicCode) }),
    // The trace that was asked for; the engine keeps it from the client.
    ...(answer.extensions?.ftv1 !== undefined && { extensions: { ftv1: answer.extensions.ftv1 } }),
  };
};

const readShape = (status: number, body: string): z.output<typeof answerShape> => {
  try {
    const parsed: unknown = JSON.parse(body);
    if (isDataAlone(parsed)) return parsed;
    const answer = answerShape.parse(parsed);
    if (answer.data === undefined && answer.errors === undefined) throw new Error('neither data nor errors');
    return answer;
  } catch (cause) {
    throw new NoGraphqlAnswer(status, cause);
  }
};

/** As nearly every answer is: there is nothing to be left out, and nothing to look at more closely. */
const isDataAlone = (answer: unknown): answer is { data: Record<string, unknown> } =>
  isObject(answer) && isObject(answer['data']) && answer['errors'] === undefined && answer['extensions'] === undefined;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type AnswerError = NonNullable<z.output<typeof answerShape>['errors']>[number];

const toPublicCode = ({ message, path, extensions }: AnswerError): GraphQLFormattedError => ({
  message,
  ...(path && { path }),
  extensions: {
    code: publicCodeOf(extensions?.code, message),
    ...(extensions?.retryAfterSeconds !== undefined && { retryAfterSeconds: extensions.retryAfterSeconds }),
  },
});

/**
 * The gateway does not know how a custom scalar is written, so a literal such as `amountMinor: "abc"` is first refused
 * by the subgraph's validation: to the client that is bad input like any other.
 */
const publicCodeOf = (code: string | undefined, message: string): string => {
  if (code === 'GRAPHQL_VALIDATION_FAILED' && !schemaMismatch.test(message)) return 'BAD_USER_INPUT';
  return code !== undefined && passedCodes.has(code) ? code : `FAULT ${code ?? 'without a code'}`;
};

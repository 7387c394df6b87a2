import type { GraphQLFormattedError } from 'graphql';
import type { Answered } from '../support/two-engines.ts';
import { acceptedInData } from './accepted-differences.ts';

/** What is wrong with our answer, beside Apollo's and the one of the whole graph as one; null when nothing is. */
export const faultOf = (answers: {
  query: string;
  ours: Answered;
  apollos: Answered;
  /** The errors of which subgraphs told our engine, by their messages. */
  told: ReadonlySet<string>;
  /** What graphql-js answers; null where subgraphs fail, as it knows nothing of subgraphs. */
  asOne: { data?: unknown } | null;
}): { fault: string | null; accepted: string | null } => {
  const { ours, apollos, told, asOne } = answers;
  const misplaced = ours.errors.find((error) => !isPlaced(error, ours.data));
  if (misplaced) return fault(`an error leads to no null: ${JSON.stringify(misplaced)}`);
  if (asOne && !isSame(ours.data, asOne.data)) return fault('our data is not what the whole graph answers');
  // The engines may ask other subgraphs for a shared field, or the same in another order: one that does not know a thing
  // says null without an error, and one that has made an object null need not go on with its other fields
  // (https://spec.graphql.org/September2025/#sec-Handling-Execution-Errors). What was told to ours must be told by ours.
  const untold = apollos.errors.find(
    (theirs) =>
      told.has(theirs.message) &&
      isAsked(theirs, apollos.data) &&
      !ours.errors.some(({ message }) => message === theirs.message),
  );
  if (isSame(ours.data, apollos.data)) {
    return untold ? fault(`an error that Apollo’s engine tells is missing: ${JSON.stringify(untold)}`) : none;
  }
  const accepted = acceptedInData.find(({ explains }) => explains(answers));
  return accepted ? { fault: null, accepted: accepted.name } : fault('our data is not Apollo’s');
};

const none = { fault: null, accepted: null };
const fault = (text: string) => ({ fault: text, accepted: null });

/** To the order of the fields, which the specification gives too. */
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Apollo's engine also tells errors of what it fetches and nobody asked for: their paths lead to no field of the answer. */
const isAsked = ({ path = [] }: GraphQLFormattedError, data: unknown): boolean => {
  let value = data;
  for (const segment of path) {
    if (value === null) return true;
    value = (value as Record<string | number, unknown> | undefined)?.[segment];
  }
  return value !== undefined;
};

/** https://spec.graphql.org/September2025/#sec-Errors: a path leads to the response position that the error is about. */
const isPlaced = ({ path, extensions }: GraphQLFormattedError, data: unknown): boolean => {
  if (typeof extensions?.['code'] !== 'string') return false;
  let value = data;
  for (const segment of path ?? []) {
    if (value === null || value === undefined) return true;
    value = (value as Record<string | number, unknown>)[segment];
  }
  return value === null || value === undefined || path === undefined;
};

import { GraphQLError } from 'graphql';
import type { DataObject, Execution } from '../run/execution.ts';
import { atPath } from '../run/to-graphql-error.ts';

type Path = readonly (string | number)[];

/** The errors of an answer, those of its writing included. */
export type CompletionErrors = {
  /** How many there were so far, the ones that were not worth an entry included. */
  count: () => number;
  /** A value that may not be there. It is told unless something that is told already is the reason for it. */
  add: (message: string, path: Path) => void;
  /**
   * Whether it is a failed fetch that nothing came for a field: then that is told, at the first such field. One error for
   * each of a thousand empty fields would be the same error a thousand times.
   */
  isLost: (object: DataObject, parent: Path, field: string) => boolean;
  all: () => GraphQLError[];
};

/** https://spec.graphql.org/September2025/#sec-Handling-Execution-Errors */
export const completionErrors = (execution: Execution): CompletionErrors => {
  const { errors, failures } = execution;
  const added: GraphQLError[] = [];
  let count = 0;
  const failureOf = (object: DataObject) => failures.find(({ objects }) => objects.has(object));
  const isExplained = (path: Path) =>
    [...errors, ...added].some((error) => error.path !== undefined && isOneWithin(error.path, path)) ||
    failures.some((failure) => failure.path !== undefined && isOneWithin(failure.path, path));
  return {
    count: () => count,
    add: (message, path) => {
      count += 1;
      if (!isExplained(path)) added.push(new GraphQLError(message, { path: [...path], extensions: { code } }));
    },
    isLost: (object, parent, field) => {
      const failure = failures.length === 0 ? undefined : failureOf(object);
      if (!failure) return false;
      count += 1;
      failure.path ??= [...parent, field];
      return true;
    },
    all: () => [...errors, ...failures.map(withPath), ...added],
  };
};

const code = 'INTERNAL_SERVER_ERROR';

const withPath = ({ error, path }: Execution['failures'][number]): GraphQLError => (path ? atPath(error, path) : error);

/** Whether one of the paths leads to something in the other one's place. */
const isOneWithin = (a: Path, b: Path): boolean => {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) if (a[index] !== b[index]) return false;
  return true;
};

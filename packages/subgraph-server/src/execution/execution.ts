import {
  type ASTNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  locatedError,
  type OperationDefinitionNode,
  responsePathAsArray,
} from 'graphql';
import type { CachePolicy } from './cache-hints.ts';

/** Where in the answer something stands; the answer itself has no path. */
export type Path = GraphQLResolveInfo['path'] | undefined;

/** One run of a compiled operation. */
export type Execution = {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: unknown;
  /** What the fields of the answer say of how long it may be kept; null when nobody wants to know. */
  readonly policy: CachePolicy | null;
  readonly errors: GraphQLError[];
  readonly nulled: Set<Path>;
  /** The arguments of each field that has some, coerced once however many parents it is asked of. */
  readonly argumentsOf: Map<object, Readonly<Record<string, unknown>>>;
};

/**
 * A piece of a compiled operation: what a value becomes at a path of the answer. A promise when a resolver answers later.
 * Throws, or rejects, when the value cannot be there; whoever is allowed to be null catches it.
 */
export type Step = (execution: Execution, path: Path, value: unknown) => unknown;

export const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof (value as { then?: unknown } | null | undefined)?.then === 'function';

/** A place in the answer that may fail: a field, or the item of a list. */
export type Place = { readonly nodes: readonly ASTNode[]; readonly isNonNull: boolean };

/** Null for what failed, and the error beside it; where null may not be, the error goes on to the parent. */
export const failed = (execution: Execution, place: Place, { path, reason }: { path: Path; reason: unknown }): null => {
  const error = locatedError(reason, place.nodes, path && responsePathAsArray(path));
  if (place.isNonNull) throw error;
  addError(execution, error, path);
  return null;
};

/** The same for what completes later. */
export const whenCompleted = (
  completed: Promise<unknown>,
  place: Place,
  { execution, path }: { execution: Execution; path: Path },
): Promise<unknown> => completed.then(undefined, (reason: unknown) => failed(execution, place, { path, reason }));

/** Notes an error, unless it or what it stands in is null already because of another one. */
export const addError = ({ errors, nulled }: Execution, error: GraphQLError, path: Path): void => {
  for (let at = path; at !== undefined; at = at.prev) if (nulled.has(at)) return;
  if (nulled.has(undefined)) return;
  nulled.add(path);
  errors.push(error);
};

import type { Rewrite } from './rewrites.ts';

/** Stands in a path for every item of a list. */
export const eachItem = '@';

/** A query plan in the form it is run in: paths are absolute, fetches carry all that can be prepared for them. */
export type PlanStep = SequenceStep | ParallelStep | FetchStep;

export type SequenceStep = { readonly kind: 'sequence'; readonly steps: readonly PlanStep[] };
export type ParallelStep = { readonly kind: 'parallel'; readonly steps: readonly PlanStep[] };

export type FetchStep = {
  readonly kind: 'fetch';
  /** Unique within its plan. */
  readonly id: number;
  readonly subgraph: string;
  /** From the root of the data to the objects that what is fetched belongs to. */
  readonly path: readonly string[];
  readonly query: string;
  readonly operationName: string | undefined;
  readonly isMutation: boolean;
  /** The variables of the client's that the query uses. */
  readonly variables: readonly string[];
  /** How an object is described to the subgraph; null for a fetch that begins at a root type. */
  readonly represent: Represent | null;
  readonly outputRewrites: readonly Rewrite[];
  /** The request as JSON up to its variables. */
  readonly bodyPrefix: string;
};

/** The representation of an object as JSON text; null when the fetch is not for objects of its type, or lacks a field. */
export type Represent = (object: Record<string, unknown>) => string | null;

import type { GraphQLError } from 'graphql';
import type { createFetchCombiner } from '../compile/combine-fetches.ts';
import type { IsOfType } from '../compile/is-of-type.ts';
import type { FetchStep } from '../compile/plan-step.ts';
import type { CameFromSubgraph, FetchCache } from '../fetch-cache.ts';
import type { SubgraphReply, SubgraphRequest } from '../subgraph-request.ts';
import type { FetchTraces } from '../trace/fetch-traces.ts';

export type DataObject = Record<string, unknown>;

/** A fetch that brought nothing: what it should have brought is missing from these objects because of this error. */
export type Failure = {
  readonly error: GraphQLError;
  readonly objects: ReadonlySet<DataObject>;
  path?: (string | number)[];
};

/** One run of one operation: what it is made of, and what has come so far. */
export type Execution = {
  readonly ask: (request: SubgraphRequest) => Promise<SubgraphReply>;
  /** What need not be asked; null where everything is to be. */
  readonly cache: FetchCache | null;
  readonly isOfType: IsOfType;
  readonly combine: ReturnType<typeof createFetchCombiner>;
  /** As the client sent them. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Grows as the fetches come back; what is in it under a key is what came, never a copy. */
  readonly data: DataObject;
  /** Errors of subgraphs, with their paths in the whole answer. */
  readonly errors: GraphQLError[];
  readonly failures: Failure[];
  /** Where each subgraph is to say how long it took; null unless that was asked for. */
  readonly traces: FetchTraces | null;
  /** Objects and lists that stand in several places of the data: whoever walks through it need enter them only once. */
  readonly shared: Set<object>;
  /** Fetches that are ready to be sent. */
  waiting: WaitingFetch[];
};

export type WaitingFetch = { readonly step: FetchStep; readonly done: () => void };

/** What a fetch is for: each thing once, with every object of the data that is that thing. */
export type Targets = {
  /** As JSON, one per thing; empty for a fetch that begins at a root type. */
  readonly representations: readonly string[];
  readonly objects: readonly (readonly DataObject[])[];
};

export type SentFetch = WaitingFetch & {
  readonly targets: Targets;
  /** Is told what came, or that nothing did that may be kept. May be told more than once; the first counts. */
  readonly settle?: (came: CameFromSubgraph | null) => void;
};

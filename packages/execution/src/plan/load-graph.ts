import { buildASTSchema, type GraphQLSchema } from 'graphql';
import { isOfTypeBy } from '../compile/is-of-type.ts';
import type { Graph } from '../graph.ts';
import { parseInTurns } from './definition-texts.ts';
import { createOperationCache, type OnPlanned, type OperationCache } from './operation-cache.ts';
import { type Planner, type PlannerLimits, startPlanner } from './planner.ts';

/** One version of the graph, ready to serve. */
export type ServedGraph = Graph & {
  readonly subgraphs: readonly string[];
  readonly operations: OperationCache;
  readonly close: Planner['close'];
};

export type GraphLimits = PlannerLimits & { readonly planCacheBytes: number };

type Loading = GraphLimits & { readonly onPlanned?: OnPlanned | undefined };

/** Loads a supergraph in a thread of its own; this one only builds the clients' schema. Rejects when it does not load. */
export const loadGraph = async (supergraphSdl: string, { onPlanned, ...limits }: Loading): Promise<ServedGraph> => {
  const planner = await startPlanner(supergraphSdl, limits);
  // The planner has validated what it printed.
  const apiDocument = await parseInTurns(planner.graph.apiTexts);
  const apiSchema: GraphQLSchema = buildASTSchema(apiDocument, { assumeValid: true });
  const graph: Graph = { supergraphSdl, apiSchema, isOfType: isOfTypeBy(planner.graph.subtypes) };
  return {
    ...graph,
    subgraphs: planner.graph.subgraphs,
    operations: createOperationCache({ graph, planner, maxBytes: limits.planCacheBytes, onPlanned }),
    close: planner.close,
  };
};

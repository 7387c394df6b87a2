import type { GraphQLSchema } from 'graphql';
import { type GraphLimits, loadGraph, type ServedGraph } from './plan/load-graph.ts';
import type { OnPlanned } from './plan/operation-cache.ts';
import { type WarmUpOperation, warmUp } from './plan/warm-up.ts';

export type GraphOptions = {
  /** Called with a graph before it serves. What it rejects with keeps that graph from serving. */
  readonly beforeServing?: (graph: { supergraphSdl: string; subgraphs: readonly string[] }) => Promise<void>;
  /** Operations that a graph has planned before it serves. */
  readonly warmUpWith?: () => readonly WarmUpOperation[];
  readonly onPlanned?: OnPlanned;
  readonly limits?: Partial<GraphLimits>;
};

/** The graph that serves, and those before it for as long as a request of theirs may be under way. */
export type ServedGraphs = {
  /** Resolves when the graph of that supergraph serves. Rejects when it does not load: the one before goes on serving. */
  readonly replace: (supergraphSdl: string) => Promise<void>;
  /** The graph a request was validated by. */
  readonly of: (apiSchema: GraphQLSchema) => ServedGraph;
  readonly close: () => Promise<void>;
};

const defaultLimits: GraphLimits = { planTimeoutMs: 10_000, planCacheBytes: 64 * 1024 * 1024 };

/** How long a graph that was replaced still serves the requests that were validated by it. */
const farewellMs = 30_000;

export const createServedGraphs = (options: GraphOptions, onServing: (graph: ServedGraph) => void): ServedGraphs => {
  const graphs = new Map<GraphQLSchema, ServedGraph>();
  const farewells = new Set<NodeJS.Timeout>();
  let current: ServedGraph | undefined;
  let last: Promise<void> = Promise.resolve();

  const retire = (graph: ServedGraph): void => {
    const timer = setTimeout(() => {
      farewells.delete(timer);
      graphs.delete(graph.apiSchema);
      void graph.close();
    }, farewellMs);
    timer.unref();
    farewells.add(timer);
  };
  const load = async (supergraphSdl: string): Promise<void> => {
    const before = current;
    if (before?.supergraphSdl === supergraphSdl) return;
    const graph = await prepareGraph(supergraphSdl, { options, before });
    graphs.set(graph.apiSchema, graph);
    current = graph;
    onServing(graph);
    if (before) retire(before);
  };
  return {
    replace: (supergraphSdl) => {
      // One after the other: the one that came last must be the one that serves in the end.
      const loaded = last.then(() => load(supergraphSdl));
      last = loaded.catch(() => undefined);
      return loaded;
    },
    of: (apiSchema) => {
      const graph = graphs.get(apiSchema) ?? current;
      if (!graph) throw new Error('no graph is loaded');
      return graph;
    },
    close: async () => {
      await last;
      for (const timer of farewells) clearTimeout(timer);
      await Promise.all([...graphs.values()].map((graph) => graph.close()));
    },
  };
};

const prepareGraph = async (
  supergraphSdl: string,
  { options, before }: { options: GraphOptions; before: ServedGraph | undefined },
): Promise<ServedGraph> => {
  const graph = await loadGraph(supergraphSdl, { ...defaultLimits, ...options.limits, onPlanned: options.onPlanned });
  try {
    await options.beforeServing?.({ supergraphSdl, subgraphs: graph.subgraphs });
    await warmUp(graph, { recent: before?.operations.recent() ?? [], known: options.warmUpWith?.() ?? [] });
    return graph;
  } catch (error) {
    await graph.close();
    throw error;
  }
};

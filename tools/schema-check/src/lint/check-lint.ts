import type { Finding } from '../finding.ts';
import type { GraphState } from '../graph/graph-state.ts';
import { positionOf } from '../graph/location-index.ts';
import { modelOf } from './graph-model.ts';
import { lintRules } from './lint-rules.ts';

/** Where the graph is not as its conventions have it; the whole of it, not only what changed. */
export const checkLint = (state: GraphState): Finding[] => {
  // What one subgraph is to another cannot be judged while one of them cannot be read; composition tells which.
  if (state.subgraphs.some(({ document }) => document === null)) return [];
  const graph = modelOf(state);
  return lintRules.flatMap(({ code, cure, look }) =>
    look(graph).map(({ subgraph, at, message }) => ({
      check: 'lint',
      code,
      severity: 'warning',
      message,
      subgraph: subgraph.name,
      place: { file: subgraph.file, ...(positionOf(at.loc) ?? { line: 1 }) },
      cure,
    })),
  );
};

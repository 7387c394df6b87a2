import type { NameNode } from 'graphql';
import type { SubgraphFile } from '../graph/graph-state.ts';
import type { GraphModel } from './graph-model.ts';

/** Something that is not as the graph's conventions have it. */
export interface Complaint {
  subgraph: SubgraphFile;
  /** The name it points at. */
  at: NameNode;
  message: string;
}

/** One of the graph's conventions. */
export interface LintRule {
  code: string;
  /** What holds, for the documentation. */
  holds: string;
  cure: string;
  look: (graph: GraphModel) => Complaint[];
}

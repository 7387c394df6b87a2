import { operationFromDocument, type Schema, type Supergraph } from '@apollo/federation-internals';
import { type PlanNode, QueryPlanner } from '@apollo/query-planner';
import type { DocumentNode } from 'graphql';

/** What it takes to answer an operation. */
export interface PlanCost {
  /** Requests to subgraphs. */
  fetches: number;
  /** The most of them that must wait for one another. */
  steps: number;
}

export type CountFetches = (document: DocumentNode) => PlanCost;

/** Plans operations as the gateway would, on a supergraph. */
export const planOn = (supergraph: Supergraph): CountFetches => {
  const planner = new QueryPlanner(supergraph);
  const schema: Schema = supergraph.apiSchema();
  return (document) => costOf(planner.buildQueryPlan(operationFromDocument(schema, document)).node);
};

type Node = PlanNode | ReturnType<QueryPlanner['buildQueryPlan']>['node'];

const costOf = (node: Node): PlanCost => {
  if (node?.kind === 'Fetch') return { fetches: 1, steps: 1 };
  if (node?.kind === 'Flatten') return costOf(node.node);
  if (node?.kind === 'Sequence') return node.nodes.map(costOf).reduce(afterwards, none);
  if (node?.kind === 'Parallel') return node.nodes.map(costOf).reduce(beside, none);
  if (node?.kind === 'Condition') return beside(costOf(node.ifClause), costOf(node.elseClause));
  // The gateway neither defers nor subscribes.
  return none;
};

const none: PlanCost = { fetches: 0, steps: 0 };

const beside = (one: PlanCost, other: PlanCost): PlanCost => ({
  fetches: one.fetches + other.fetches,
  steps: Math.max(one.steps, other.steps),
});

const afterwards = (one: PlanCost, other: PlanCost): PlanCost => ({
  fetches: one.fetches + other.fetches,
  steps: one.steps + other.steps,
});

import type { QueryPlan } from '@apollo/query-planner';
import { type DocumentNode, type FragmentDefinitionNode, Kind, type OperationDefinitionNode, print } from 'graphql';
import type { Graph } from '../graph.ts';
import { withDataKeys } from '../response-names.ts';
import { createFetchCombiner } from './combine-fetches.ts';
import { compilePlan } from './compile-plan.ts';
import { type Conditions, withoutExcluded } from './conditions.ts';
import type { PlanStep } from './plan-step.ts';
import { type ObjectProjection, projectRoot } from './projection.ts';

/** An operation made ready for being run any number of times on one graph, its conditions being as they were asked. */
export type CompiledOperation = {
  readonly graph: Graph;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly plan: PlanStep | null;
  readonly apolloPlan: QueryPlan;
  readonly combine: ReturnType<typeof createFetchCombiner>;
  readonly root: ObjectProjection;
};

export type AskedOperation = {
  /** Tells it from every other. */
  readonly key: string;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly conditions: Conditions;
};

export const compileOperation = (graph: Graph, asked: AskedOperation, plan: QueryPlan): CompiledOperation => {
  const { document, operation, conditions } = asked;
  const type = graph.apiSchema.getRootType(operation.operation);
  if (!type) throw new Error(`the graph has no ${operation.operation} type`);
  const fragments = fragmentsOf(document);
  return {
    graph,
    operation,
    fragments,
    plan: compilePlan(plan, graph.isOfType),
    apolloPlan: plan,
    combine: createFetchCombiner(),
    root: projectRoot({ schema: graph.apiSchema, fragments, conditions }, type, operation),
  };
};

/** What is planned in place of the client's document. */
export const textToPlan = ({ document, conditions }: AskedOperation): string =>
  print(withDataKeys(withoutExcluded(document, conditions)));

const fragmentsOf = (document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> =>
  new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );

/** The bytes an operation takes, roughly: its texts, and the trees that are made of them. */
export const sizeOfOperation = ({ operation, apolloPlan }: CompiledOperation): number =>
  2 * JSON.stringify(apolloPlan).length * 4 + print(operation).length * 60;

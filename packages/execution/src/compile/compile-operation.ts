import type { QueryPlan } from '@apollo/query-planner';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  print,
  visit,
} from 'graphql';
import type { Graph } from '../graph.ts';
import { createFetchCombiner } from './combine-fetches.ts';
import { compilePlan } from './compile-plan.ts';
import type { PlanStep } from './plan-step.ts';
import { type ObjectProjection, projectRoot } from './projection.ts';

/** An operation made ready for being run any number of times on one graph. */
export type CompiledOperation = {
  readonly graph: Graph;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly plan: PlanStep | null;
  readonly apolloPlan: QueryPlan;
  readonly combine: ReturnType<typeof createFetchCombiner>;
  /** The variables that decide on @skip and @include. */
  readonly conditionNames: readonly string[];
  /** What the answer is made of, for the conditions as they are in a request. */
  readonly root: (conditions: ReadonlyMap<string, boolean>) => ObjectProjection;
};

export type Compiling = { document: DocumentNode; operation: OperationDefinitionNode; plan: QueryPlan };

export const compileOperation = (graph: Graph, { document, operation, plan }: Compiling): CompiledOperation => {
  const fragments = fragmentsOf(document);
  const conditionNames = [...new Set(conditionVariables(document))];
  return {
    graph,
    operation,
    fragments,
    plan: compilePlan(plan, graph.isOfType),
    apolloPlan: plan,
    combine: createFetchCombiner(),
    conditionNames,
    root: rememberByConditions((conditions) => {
      const type = graph.apiSchema.getRootType(operation.operation);
      if (!type) throw new Error(`the graph has no ${operation.operation} type`);
      return projectRoot({ schema: graph.apiSchema, fragments, conditions }, type, operation);
    }),
  };
};

const fragmentsOf = (document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> =>
  new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );

const conditionVariables = (document: DocumentNode): Set<string> => {
  const names = new Set<string>();
  visit(document, {
    Directive: ({ name, arguments: given }) => {
      if (name.value !== 'skip' && name.value !== 'include') return;
      const value = given?.find((argument) => argument.name.value === 'if')?.value;
      if (value?.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return names;
};

/** An operation with many conditions has more forms than anybody will ask for: the oldest is forgotten first. */
const maxForms = 16;

const rememberByConditions = (
  make: (conditions: ReadonlyMap<string, boolean>) => ObjectProjection,
): CompiledOperation['root'] => {
  const forms = new Map<string, ObjectProjection>();
  return (conditions) => {
    const key = [...conditions.values()].join();
    const known = forms.get(key);
    if (known) return known;
    const made = make(conditions);
    const [oldest] = forms.keys();
    if (forms.size >= maxForms && oldest !== undefined) forms.delete(oldest);
    forms.set(key, made);
    return made;
  };
};

/** The bytes an operation takes, roughly: its texts, and the trees that are made of them. */
export const sizeOfOperation = ({ operation, apolloPlan }: CompiledOperation): number =>
  2 * JSON.stringify(apolloPlan).length * 4 + print(operation).length * 60;

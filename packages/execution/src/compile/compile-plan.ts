import type { FetchNode, PlanNode, QueryPlan } from '@apollo/query-planner';
import { GraphQLError } from 'graphql';
import type { IsOfType } from './is-of-type.ts';
import type { FetchStep, PlanStep } from './plan-step.ts';
import { compileRepresentation } from './representation.ts';

type Compiling = { isOfType: IsOfType; nextId: () => number };

/** Prepares Apollo's plan for being run any number of times. Null when there is nothing to fetch. */
export const compilePlan = (plan: QueryPlan, isOfType: IsOfType): PlanStep | null => {
  if (!plan.node) return null;
  if (plan.node.kind === 'Subscription') throw notServed('Subscriptions are');
  let id = 0;
  const nextId = () => {
    id += 1;
    return id;
  };
  return compileNode(plan.node, [], { isOfType, nextId });
};

const compileNode = (node: PlanNode, path: readonly string[], compiling: Compiling): PlanStep => {
  switch (node.kind) {
    case 'Sequence':
      return { kind: 'sequence', steps: node.nodes.map((child) => compileNode(child, path, compiling)) };
    case 'Parallel':
      return { kind: 'parallel', steps: node.nodes.map((child) => compileNode(child, path, compiling)) };
    case 'Flatten':
      return compileNode(node.node, [...path, ...node.path.map(String)], compiling);
    case 'Condition':
      throw new Error('conditions are decided before an operation is planned');
    case 'Fetch':
      return compileFetch(node, path, compiling);
    case 'Defer':
      throw notServed('Answers in parts (@defer) are');
  }
};

const compileFetch = (node: FetchNode, path: readonly string[], { isOfType, nextId }: Compiling): FetchStep => {
  if (node.contextRewrites) throw notServed('Context arguments are');
  const variables = node.variableUsages ?? [];
  if (node.requires && variables.includes('representations')) {
    throw new GraphQLError('The variable $representations is the gateway’s own here: give yours another name.', {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  }
  return {
    kind: 'fetch',
    id: nextId(),
    subgraph: node.serviceName,
    path,
    query: node.operation,
    operationName: node.operationName,
    isMutation: node.operationKind === 'mutation',
    variables,
    represent: node.requires
      ? compileRepresentation({ requires: node.requires, rewrites: node.inputRewrites ?? [], isOfType })
      : null,
    outputRewrites: node.outputRewrites ?? [],
    bodyPrefix: bodyPrefixOf(node.operation, node.operationName),
  };
};

/** A request as JSON up to its variables; `}` after them ends it. */
export const bodyPrefixOf = (query: string, operationName: string | undefined): string => {
  const name = operationName === undefined ? '' : `"operationName":${JSON.stringify(operationName)},`;
  return `{${name}"query":${JSON.stringify(query)},"variables":`;
};

const notServed = (what: string): GraphQLError =>
  new GraphQLError(`${what} not served here.`, { extensions: { code: 'BAD_REQUEST' } });

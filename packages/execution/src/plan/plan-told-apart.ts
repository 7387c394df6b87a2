import type { FetchNode, PlanNode, QueryPlan, QueryPlanSelectionNode } from '@apollo/query-planner';
import { type FieldNode, Kind, parse, print, type SelectionNode, stripIgnoredCharacters, visit } from 'graphql';
import { requirementKey, type ToldApart } from './told-apart.ts';

/**
 * A plan over the supergraph in which requirements are told apart, as one that can be run: subgraphs are asked for the real
 * fields under the names of their own, and a fetch that requires one field in several ways becomes several, as a
 * representation has room for one of them. They still leave in one request.
 */
export const planToldApart = (plan: QueryPlan, apart: ToldApart): QueryPlan =>
  plan.node ? { ...plan, node: runnable(plan.node as PlanNode, apart) } : plan;

const runnable = (node: PlanNode, apart: ToldApart): PlanNode => {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return { ...node, nodes: node.nodes.map((child) => runnable(child, apart)) };
    case 'Flatten':
      return { ...node, node: runnable(node.node, apart) };
    case 'Fetch':
      return runnableFetch(node, apart);
    case 'Condition':
    case 'Defer':
      return node;
  }
};

const runnableFetch = (fetch: FetchNode, apart: ToldApart): PlanNode => {
  const wanted = ownNamesIn(fetch.requires ?? [], apart);
  const groups = wanted.size > 0 ? groupsOf(fetch, apart) : [];
  const parts = groups.length > 1 ? groups.map((group) => partOf(fetch, group, apart)) : [fetch];
  const asked = parts.map((part) => ({ ...part, operation: realFields(part.operation, apart) }));
  const [only] = asked;
  return asked.length === 1 && only ? only : { kind: 'Parallel', nodes: asked };
};

const ownNamesIn = (selections: readonly QueryPlanSelectionNode[], apart: ToldApart): ReadonlySet<string> =>
  new Set(
    selections.flatMap((selection): string[] => {
      const own = selection.kind === 'Field' && apart.fields.has(selection.name) ? [selection.name] : [];
      return [...own, ...ownNamesIn(selection.selections ?? [], apart)];
    }),
  );

/** Fields of a fetch that go well together, as `Type.field`, and the names of their own that they require. */
type Group = { readonly fields: Set<string>; readonly names: Set<string> };

const groupsOf = ({ operation, serviceName }: FetchNode, apart: ToldApart): readonly Group[] => {
  const groups: Group[] = [];
  for (const { type, field } of entityFields(operation)) {
    const names = apart.requiredBy.get(requirementKey(serviceName, type, field.name.value)) ?? new Set<string>();
    let group = groups.find((known) => isCompatible(known, names, apart));
    if (!group) {
      group = { fields: new Set(), names: new Set() };
      groups.push(group);
    }
    group.fields.add(`${type}.${field.name.value}`);
    for (const name of names) group.names.add(name);
  }
  return groups;
};

/** Of one real field there is room for one way. */
const isCompatible = (group: Group, names: ReadonlySet<string>, { fields }: ToldApart): boolean =>
  [...names].every((name) =>
    [...group.names].every((known) => known === name || fields.get(known)?.field !== fields.get(name)?.field),
  );

type EntityField = { readonly type: string; readonly field: FieldNode };

const entityFields = (operation: string): EntityField[] => {
  const [definition] = parse(operation, { noLocation: true }).definitions;
  const [entities] = definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections : [];
  return entities?.kind === Kind.FIELD ? fieldsWithin(entities.selectionSet?.selections ?? [], '') : [];
};

const fieldsWithin = (selections: readonly SelectionNode[], type: string): EntityField[] =>
  selections.flatMap((node) => {
    if (node.kind === Kind.FIELD) return [{ type, field: node }];
    if (node.kind === Kind.FRAGMENT_SPREAD) return [];
    return fieldsWithin(node.selectionSet.selections, node.typeCondition?.name.value ?? type);
  });

const partOf = (fetch: FetchNode, group: Group, apart: ToldApart): FetchNode => {
  const operation = keepFields(fetch.operation, group);
  return {
    ...fetch,
    requires: keepRequired(fetch.requires ?? [], group, apart),
    operation,
    variableUsages: (fetch.variableUsages ?? []).filter((name) => new RegExp(`\\$${name}\\b`).test(operation)),
  };
};

const keepRequired = (
  selections: readonly QueryPlanSelectionNode[],
  group: Group,
  apart: ToldApart,
): QueryPlanSelectionNode[] =>
  selections.flatMap((selection): QueryPlanSelectionNode[] => {
    if (selection.kind === 'Field' && apart.fields.has(selection.name) && !group.names.has(selection.name)) return [];
    if (!selection.selections) return [selection];
    const kept = keepRequired(selection.selections, group, apart);
    return kept.length === 0 ? [] : [{ ...selection, selections: kept }];
  });

/** The operation with the fields of one group alone, and the variables that these use. */
const keepFields = (operation: string, { fields }: Group): string => {
  const document = parse(operation, { noLocation: true });
  const within = (selections: readonly SelectionNode[], type: string): SelectionNode[] =>
    selections.flatMap((node): SelectionNode[] => {
      if (node.kind === Kind.FIELD) return fields.has(`${type}.${node.name.value}`) ? [node] : [];
      if (node.kind === Kind.FRAGMENT_SPREAD) return [node];
      const kept = within(node.selectionSet.selections, node.typeCondition?.name.value ?? type);
      return kept.length === 0 ? [] : [{ ...node, selectionSet: { ...node.selectionSet, selections: kept } }];
    });
  const kept = visit(document, {
    Field: (node) => {
      if (node.name.value !== '_entities' || !node.selectionSet) return false;
      return { ...node, selectionSet: { ...node.selectionSet, selections: within(node.selectionSet.selections, '') } };
    },
  });
  const used = new Set<string>();
  visit(kept, {
    OperationDefinition: (node) => {
      noteVariables(node.selectionSet, used);
    },
  });
  return textOf(visit(kept, { VariableDefinition: (node) => (used.has(node.variable.name.value) ? undefined : null) }));
};

const noteVariables = (node: Parameters<typeof visit>[0], used: Set<string>): void => {
  visit(node, { Variable: ({ name }) => void used.add(name.value) });
};

/** Asks for each field by its real name, to be answered under the name of its own. */
const realFields = (operation: string, { fields }: ToldApart): string =>
  textOf(
    visit(parse(operation, { noLocation: true }), {
      Field: (node) => {
        const real = fields.get(node.name.value);
        if (!real) return undefined;
        const alias = node.alias ?? node.name;
        return { ...node, alias, name: { kind: Kind.NAME, value: real.field }, arguments: real.args ?? [] };
      },
    }),
  );

const textOf = (document: Parameters<typeof print>[0]): string => stripIgnoredCharacters(print(document));

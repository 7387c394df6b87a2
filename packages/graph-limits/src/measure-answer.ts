import {
  type DocumentNode,
  type FieldNode,
  type FragmentSpreadNode,
  type GraphQLSchema,
  getNamedType,
  type InlineFragmentNode,
  isAbstractType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { type CostModel, costModelOf, usualWeight } from './cost-model.ts';
import { argumentsOf, fieldOf, type OperationParts, operationParts, type SentOperation } from './operation-parts.ts';

type Answer = Readonly<Record<string, unknown>>;

interface Walk extends Omit<OperationParts, 'selections'> {
  schema: GraphQLSchema;
  costs: CostModel;
}

/** A selection of one response name, and the type it was made on. */
interface Selected {
  readonly typeName: string;
  readonly nodes: FieldNode[];
}

/** What an answer cost: what was answered, by the weights that `measureOperation` goes by, which is never less. */
export const measureAnswer = (
  schema: GraphQLSchema,
  document: DocumentNode,
  { data, costs = costModelOf(schema), ...sent }: SentOperation & { data: Answer | null },
): number => {
  if (data === null) return 0;
  const { selections, ...parts } = operationParts(schema, document, sent);
  return costOfObject(parts.rootName, { selectionSets: [selections], object: data }, { ...parts, schema, costs });
};

type Selecting = { readonly selectionSets: readonly SelectionSetNode[]; readonly object: Answer };

const costOfObject = (typeName: string, { selectionSets, object }: Selecting, walk: Walk): number => {
  const told = object['__typename'];
  const type = typeof told === 'string' && walk.schema.getType(told) ? told : typeName;
  const selected = new Map<string, Selected>();
  for (const selections of selectionSets) collect(type, selections, { walk, selected, within: new Set() });
  return [...selected].reduce((total, [name, each]) => total + costOfField(each, object[name], walk), 0);
};

type Collecting = { walk: Walk; selected: Map<string, Selected>; within: Set<string> };

const collect = (typeName: string, { selections }: SelectionSetNode, collecting: Collecting): void => {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) select(typeName, selection, collecting.selected);
    else collectFragment(typeName, selection, collecting);
  }
};

const select = (typeName: string, node: FieldNode, selected: Collecting['selected']): void => {
  const name = node.alias?.value ?? node.name.value;
  const known = selected.get(name);
  if (known) known.nodes.push(node);
  else selected.set(name, { typeName, nodes: [node] });
};

const collectFragment = (
  typeName: string,
  fragment: FragmentSpreadNode | InlineFragmentNode,
  collecting: Collecting,
): void => {
  const { walk, within } = collecting;
  const { condition = typeName, selections } = fragmentOf(fragment, walk);
  if (!selections || !mayBe(walk.schema, typeName, condition)) return;
  if (fragment.kind === Kind.FRAGMENT_SPREAD) {
    if (within.has(fragment.name.value)) return;
    within.add(fragment.name.value);
  }
  collect(narrower(walk.schema, typeName, condition), selections, collecting);
};

const fragmentOf = (fragment: FragmentSpreadNode | InlineFragmentNode, { fragments, typeConditions }: Walk) =>
  fragment.kind === Kind.FRAGMENT_SPREAD
    ? { condition: typeConditions.get(fragment.name.value), selections: fragments.get(fragment.name.value) }
    : { condition: fragment.typeCondition?.name.value, selections: fragment.selectionSet };

/** Whether an object of the one type can be of the other. */
const mayBe = (schema: GraphQLSchema, typeName: string, condition: string): boolean => {
  const [type, other] = [schema.getType(typeName), schema.getType(condition)];
  if (typeName === condition || isAbstractType(type)) return true;
  return isAbstractType(other) && isObjectType(type) && schema.isSubType(other, type);
};

const narrower = (schema: GraphQLSchema, typeName: string, condition: string): string =>
  isObjectType(schema.getType(typeName)) ? typeName : condition;

const costOfField = ({ typeName, nodes }: Selected, value: unknown, walk: Walk): number => {
  const [node] = nodes;
  const field = node && fieldOf(walk.schema, typeName, node.name.value);
  // Not answered: left out by @skip or @include, or of another type.
  if (!field || value === undefined) return 0;
  const objects = flatten(value);
  const weight = walk.costs.weightOf(typeName, field);
  const added = walk.costs.weightOfArguments(typeName, field, () => argumentsOf(node, walk.variables));
  // Where one object is missing, what the field weighs beyond it was spent all the same.
  const answered = Array.isArray(value) || value !== null ? objects.length * weight : weight - usualWeight(field);
  const own = Math.max(answered + added, 0);
  const selectionSets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  if (selectionSets.length === 0) return own;
  const target = getNamedType(field.type).name;
  return objects.reduce<number>(
    (total, object) => total + costOfObject(target, { selectionSets, object: object as Answer }, walk),
    own,
  );
};

const flatten = (value: unknown): unknown[] =>
  Array.isArray(value) ? value.flatMap(flatten) : value === null ? [] : [value];

/**
 * How many objects that hold anything stand in a text that JSON.stringify made of an answer. Behind a string that ends with
 * a brace comes no name, so `{"` with a letter is always an object's beginning.
 */
export const countObjects = (text: string): number => {
  let objects = 0;
  for (let at = text.indexOf('{"'); at !== -1; at = text.indexOf('{"', at + 2)) {
    if (isNameStart(text.charCodeAt(at + 2))) objects += 1;
  }
  return objects;
};

const isNameStart = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;

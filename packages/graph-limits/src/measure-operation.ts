import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  getNamedType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { type CostModel, costModelOf, usualWeight } from './cost-model.ts';
import {
  argumentsOf,
  fieldOf,
  isLeftOut,
  type OperationParts,
  operationParts,
  type SentOperation,
} from './operation-parts.ts';
import { isList, isSlicedAsTold, lengthOf, type Page, pageOf } from './page-size.ts';

export interface OperationMeasure {
  /** The most fields inside fields. */
  depth: number;
  /** How many objects the answer can have, by their weights: each list and page counts what it can hold, times what is in it. */
  cost: number;
}

export interface OperationCost extends OperationMeasure {
  /** Coordinates of fields that need exactly one of their slicing arguments, and have another number of them. */
  unsliced: readonly string[];
  /**
   * What fields at the top weigh more than what they answer, where all the rest weighs as usual: then this and the objects of an
   * answer are its cost. Null where an answer must be walked through.
   */
  surcharge: number | null;
}

interface Walk extends Omit<OperationParts, 'selections'> {
  schema: GraphQLSchema;
  costs: CostModel;
  notes: { unsliced: string[]; surcharge: number; isUsual: boolean };
  /** Fragments on the way down: one that contains itself would never end. */
  within: ReadonlySet<string>;
  /** The page whose `edges` or `nodes` come next. */
  page: Page | null;
}

/**
 * Depth and cost of an operation of a valid document. A page size that comes by a variable counts as what is sent, else as
 * the variable's default, else as the largest page there is: what a client may send at worst is what counts.
 */
export const measureOperation = (
  schema: GraphQLSchema,
  document: DocumentNode,
  { operationName, variables, costs = costModelOf(schema) }: SentOperation = {},
): OperationCost => {
  const { selections, ...parts } = operationParts(schema, document, { operationName, variables });
  const notes: Walk['notes'] = { unsliced: [], surcharge: 0, isUsual: true };
  const measure = measureSelections(parts.rootName, selections, {
    ...parts,
    schema,
    costs,
    notes,
    within: new Set(),
    page: null,
  });
  const { unsliced, isUsual, surcharge } = notes;
  return { ...measure, unsliced, surcharge: isUsual ? surcharge : null };
};

const measureSelections = (typeName: string, { selections }: SelectionSetNode, walk: Walk): OperationMeasure =>
  selections.map((selection) => measureSelection(typeName, selection, walk)).reduce(addUp, nothing);

const measureSelection = (
  typeName: string,
  selection: SelectionSetNode['selections'][number],
  walk: Walk,
): OperationMeasure => {
  if (isLeftOut(selection, walk.variables)) return nothing;
  if (selection.kind === Kind.FIELD) return measureField(typeName, selection, walk);
  if (selection.kind === Kind.INLINE_FRAGMENT) {
    return measureSelections(selection.typeCondition?.name.value ?? typeName, selection.selectionSet, walk);
  }
  const name = selection.name.value;
  const selections = walk.fragments.get(name);
  if (selections === undefined || walk.within.has(name)) return nothing;
  // As its own type, not as where it stands: on an interface, most of its fields would count as nothing.
  const ofType = walk.typeConditions.get(name) ?? typeName;
  return measureSelections(ofType, selections, { ...walk, within: new Set([...walk.within, name]) });
};

const nothing: OperationMeasure = { depth: 0, cost: 0 };

const addUp = (one: OperationMeasure, other: OperationMeasure): OperationMeasure => ({
  depth: Math.max(one.depth, other.depth),
  cost: one.cost + other.cost,
});

const measureField = (typeName: string, node: FieldNode, walk: Walk): OperationMeasure => {
  const { schema, costs, variables, notes } = walk;
  const field = fieldOf(schema, typeName, node.name.value);
  // Not known by this type: a fragment on an interface's implementation, judged where its own type is known.
  if (field === null) return { depth: 1, cost: 0 };
  const sized = { field, node, variables, rule: costs.listSizeOf(typeName, field.name) };
  if (!isSlicedAsTold(sized)) notes.unsliced.push(`${typeName}.${field.name}`);
  const length = lengthOf(sized, walk.page);
  const weight = costs.weightOf(typeName, field);
  const added = costs.weightOfArguments(typeName, field, () => argumentsOf(node, variables));
  // Never less than nothing: what makes a field cheaper must not make another one free.
  const own = Math.max(length * weight + added, 0);
  const usual = usualWeight(field);
  if (weight !== usual || added !== 0) {
    if (typeName === walk.rootName && !isList(field.type)) notes.surcharge += own - usual;
    else notes.isUsual = false;
  }
  if (usual === 0 || node.selectionSet === undefined) return { depth: 1, cost: own };
  const inside = measureSelections(getNamedType(field.type).name, node.selectionSet, { ...walk, page: pageOf(sized) });
  return { depth: inside.depth + 1, cost: own + length * inside.cost };
};

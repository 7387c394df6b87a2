import {
  type FieldNode,
  type GraphQLNamedType,
  getNamedType,
  isCompositeType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { AccessRules } from '../access/access-rules.ts';
import { type GraphTypes, isParent, type Parent } from './graph-types.ts';

/** One place of an answer: what may stand there, and below it. */
export type Place = {
  /** Which entities it may be; none where it is no entity. */
  readonly entities: Set<string>;
  /** By response name; only those that lead to entities. */
  readonly below: Map<string, Place>;
};

/** What can be said of an answer before it comes. */
export type AnswerShape = {
  /** An entity itself, or the root type. */
  readonly top: Place;
  /** Everything it selects, as `Type.field`. */
  readonly fields: ReadonlySet<string>;
  readonly entities: ReadonlySet<string>;
  /** Whether anything of it asks for somebody who is signed in, or holds a scope. */
  readonly isGuarded: boolean;
};

type Reading = {
  types: GraphTypes;
  rules: AccessRules;
  fields: Set<string>;
  entities: Set<string>;
  isGuarded: boolean;
};

/** Null for a query that the graph does not describe: what it is about cannot be told, and it is not kept. */
export const readShape = (
  { types, rules }: { types: GraphTypes; rules: AccessRules },
  operation: OperationDefinitionNode,
): AnswerShape | null => {
  const reading: Reading = { types, rules, fields: new Set(), entities: new Set(), isGuarded: false };
  const top = placeOf();
  const [first] = operation.selectionSet.selections;
  const isOfEntities = first?.kind === Kind.FIELD && first.name.value === '_entities';
  const root = types.schema.getQueryType();
  if (!root) return null;
  const isKnown = isOfEntities
    ? first.selectionSet !== undefined && readEntities(reading, first.selectionSet, top)
    : readSelections(reading, { type: root, selectionSet: operation.selectionSet, place: top });
  return isKnown ? { top, fields: reading.fields, entities: reading.entities, isGuarded: reading.isGuarded } : null;
};

const placeOf = (): Place => ({ entities: new Set(), below: new Map() });

/** Each entity stands in a fragment on its type. */
const readEntities = (reading: Reading, { selections }: SelectionSetNode, top: Place): boolean =>
  selections.every((selection) => {
    if (selection.kind === Kind.FIELD) return selection.name.value === '__typename';
    if (selection.kind !== Kind.INLINE_FRAGMENT || !selection.typeCondition) return false;
    const type = reading.types.schema.getType(selection.typeCondition.name.value);
    if (!isParent(type)) return false;
    enter(reading, type, top);
    return readSelections(reading, { type, selectionSet: selection.selectionSet, place: top });
  });

type At = { type: GraphQLNamedType; selectionSet: SelectionSetNode; place: Place };

const readSelections = (reading: Reading, { type, selectionSet, place }: At): boolean =>
  selectionSet.selections.every((selection) => {
    if (selection.kind === Kind.FIELD) {
      return selection.name.value === '__typename' || readField(reading, { type, place }, selection);
    }
    // The planner writes none.
    if (selection.kind === Kind.FRAGMENT_SPREAD) return false;
    const condition = selection.typeCondition && reading.types.schema.getType(selection.typeCondition.name.value);
    if (condition) noteGuards(reading, condition);
    const narrowed = selection.typeCondition ? condition : type;
    return !!narrowed && readSelections(reading, { type: narrowed, selectionSet: selection.selectionSet, place });
  });

const readField = (reading: Reading, { type, place }: Omit<At, 'selectionSet'>, node: FieldNode): boolean => {
  const field = isParent(type) ? type.getFields()[node.name.value] : undefined;
  if (!field) return false;
  noteField(reading, type as Parent, field.name);
  const output = getNamedType(field.type);
  noteGuards(reading, output);
  if (!isCompositeType(output) || !node.selectionSet) return true;
  const name = (node.alias ?? node.name).value;
  const below = place.below.get(name) ?? placeOf();
  enter(reading, output, below);
  const isKnown = readSelections(reading, { type: output, selectionSet: node.selectionSet, place: below });
  // What leads to no entity need not be walked.
  if (below.entities.size > 0 || below.below.size > 0) place.below.set(name, below);
  return isKnown;
};

const enter = (reading: Reading, type: GraphQLNamedType, place: Place): void => {
  noteGuards(reading, type);
  for (const name of reading.types.entitiesOf(type)) {
    place.entities.add(name);
    reading.entities.add(name);
  }
};

const noteField = (reading: Reading, type: Parent, field: string): void => {
  for (const name of reading.types.namesOf(type)) {
    reading.fields.add(`${name}.${field}`);
    if (reading.rules.fields.has(`${name}.${field}`)) reading.isGuarded = true;
  }
};

const noteGuards = (reading: Reading, type: GraphQLNamedType): void => {
  if (reading.types.namesOf(type).some((name) => reading.rules.types.has(name))) reading.isGuarded = true;
};

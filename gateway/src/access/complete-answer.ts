import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLError,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { AccessRules, Requirement } from './access-rules.ts';
import { type Fragments, fieldsOfObject } from './fields-of-object.ts';
import type { WithheldDocument } from './withheld-document.ts';

type Path = readonly (string | number)[];
type Fields = Readonly<Record<string, unknown>>;

export type Completion = {
  rules: AccessRules;
  schema: GraphQLSchema;
  executed: WithheldDocument;
  isRefused: (requirement: Requirement) => boolean;
  errorAt: (path: Path, node: FieldNode) => GraphQLError;
};

/**
 * Turns the answer of a document with withheld fields into the answer of the client's own: null where a field was withheld
 * or where an object turned out to be of a type that may not be seen, an error for each, and nulls rising to the next
 * nullable field as GraphQL has it (specification, section 6.4.4).
 */
export const completeAnswer = (
  completion: Completion,
  operation: OperationDefinitionNode,
  data: Fields,
): { data: Fields | null; errors: GraphQLError[] } => {
  const errors: GraphQLError[] = [];
  const root = completion.schema.getRootType(operation.operation);
  if (!root) throw new Error('an operation was executed that the schema does not have');
  const walk = {
    ...completion,
    fragments: fragmentsOf(completion.executed),
    errorAt: (path: Path, node: FieldNode) => {
      const error = completion.errorAt(path, node);
      errors.push(error);
      return error;
    },
  };
  const place = { selectionSets: [operation.selectionSet], object: data, path: [] };
  return { data: completeObject(walk, root, place), errors };
};

const fragmentsOf = ({ document }: WithheldDocument): Fragments =>
  new Map(
    document.definitions
      .filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );

type Walk = Completion & { fragments: Fragments };
type Place = { selectionSets: readonly SelectionSetNode[]; object: Fields; path: Path };
type Asked = { nodes: readonly FieldNode[]; path: Path };
type Given = Asked & { given: unknown };

/** Null for an object in which a field that may not be null was withheld. */
const completeObject = (walk: Walk, type: GraphQLObjectType, place: Place): Fields | null => {
  const answered = new Map<string, unknown>();
  for (const [key, nodes] of fieldsOfObject(walk, type, place.selectionSets)) {
    if (!Object.hasOwn(place.object, key) || key === walk.executed.typeAlias) continue;
    const withheld = walk.executed.withheld.get(key);
    const name = withheld ? (withheld.alias ?? withheld.name).value : key;
    // Withheld in one fragment and given in another, it is withheld.
    if (answered.get(name) === null) continue;
    const asked = { nodes, path: [...place.path, name], given: place.object[key] };
    const completed = withheld ? withholdField(walk, type, { ...asked, withheld }) : completeField(walk, type, asked);
    if (completed === broken) return null;
    answered.set(name, completed);
  }
  return Object.fromEntries(answered);
};

/** A null in a place where none may be: it takes its object with it. */
const broken = Symbol('broken');

const outputOf = (type: GraphQLObjectType, node: FieldNode) => type.getFields()[node.name.value]?.type;

const withholdField = (walk: Walk, type: GraphQLObjectType, { path, withheld }: Asked & { withheld: FieldNode }) => {
  withhold(walk, { path, nodes: [withheld] });
  return isNonNullType(outputOf(type, withheld)) ? broken : null;
};

const completeField = (walk: Walk, type: GraphQLObjectType, asked: Given) => {
  const output = outputOf(type, asked.nodes[0] as FieldNode);
  if (!output) return asked.given;
  const value = completeValue(walk, output, asked);
  return isBroken({ given: asked.given, value, output }) ? broken : value;
};

const withhold = (walk: Walk, { path, nodes }: Asked): null => {
  walk.errorAt(path, nodes[0] as FieldNode);
  return null;
};

/** True for a null that was not there before, in a place where none may be. */
const isBroken = (options: { given: unknown; value: unknown; output: GraphQLOutputType }): boolean =>
  options.value === null && options.given !== null && isNonNullType(options.output);

const completeValue = (walk: Walk, output: GraphQLOutputType, asked: Given): unknown => {
  const { given } = asked;
  if (given === null || given === undefined) return null;
  if (isNonNullType(output)) return completeValue(walk, output.ofType, asked);
  if (isListType(output)) return completeList(walk, output.ofType, asked);
  return isCompositeType(output) ? completeComposite(walk, output, asked) : given;
};

const completeList = (walk: Walk, output: GraphQLOutputType, asked: Given): unknown[] | null => {
  const given = asked.given as readonly unknown[];
  const values = given.map((item, index) =>
    completeValue(walk, output, { ...asked, given: item, path: [...asked.path, index] }),
  );
  return values.some((value, index) => isBroken({ given: given[index], value, output })) ? null : values;
};

const completeComposite = (walk: Walk, output: GraphQLCompositeType, asked: Given) => {
  const object = asked.given as Fields;
  const type = isObjectType(output) ? output : walk.schema.getType(String(object[walk.executed.typeAlias]));
  // A type that is not told is refused like one that may not be seen.
  if (!isObjectType(type)) return withhold(walk, asked);
  if (isAbstractType(output) && walk.rules.types.get(type.name)?.some(walk.isRefused)) return withhold(walk, asked);
  const selectionSets = asked.nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []));
  return completeObject(walk, type, { selectionSets, object, path: asked.path });
};

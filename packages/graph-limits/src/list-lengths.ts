import {
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  type TypeNode,
  valueFromASTUntyped,
} from 'graphql';
import { operationLimits } from './operation-limits.ts';

/** The most that each list of a schema can hold, by coordinate (`Cart.lines`), or for all fields of a name (`*.userErrors`). */
export type Longest = Readonly<Record<string, number>>;

/**
 * Where cost may be reckoned too low: lists of objects that can hold more than they are taken to hold, or of which nobody
 * says how much that is. Pages are left out, and so is what is as long as it is asked for, as those are counted by their size.
 * `schemaText` is a subgraph's.
 */
export const misjudgedLists = (schemaText: string, longest: Longest): string[] => {
  const { definitions } = parse(schemaText, { noLocation: true });
  const leaves = new Set(['ID', 'String', 'Int', 'Float', 'Boolean']);
  for (const definition of definitions) {
    if (definition.kind === Kind.SCALAR_TYPE_DEFINITION || definition.kind === Kind.ENUM_TYPE_DEFINITION)
      leaves.add(definition.name.value);
  }
  const lists = definitions
    .filter((definition) => definition.kind === Kind.OBJECT_TYPE_DEFINITION)
    .flatMap((type) => listsOf(type, leaves));
  const known = new Set(lists.flatMap(({ coordinate, name }) => [coordinate, `*.${name}`]));
  return [
    ...Object.keys(longest)
      .filter((key) => !known.has(key))
      .map((key) => `${key} is no list of objects`),
    ...lists.flatMap((list) => judge(list, longest[list.coordinate] ?? longest[`*.${list.name}`])),
  ];
};

type List = {
  readonly coordinate: string;
  readonly name: string;
  /** What it is taken to hold where no argument says it; null where the argument has a default. */
  readonly assumed: number | null;
};

const judge = ({ coordinate, assumed }: List, longest: number | undefined): string[] => {
  if (assumed === null) return [];
  if (longest === undefined) return [`${coordinate} is taken for ${assumed}, and nothing says how long it can be`];
  return longest > assumed ? [`${coordinate} can hold ${longest}, and is taken for ${assumed}`] : [];
};

const listsOf = ({ name: { value: type }, fields }: ObjectTypeDefinitionNode, leaves: ReadonlySet<string>): List[] =>
  (fields ?? [])
    .filter((field) => isListOfObjects(field.type, leaves) && !type.endsWith('Connection'))
    .map((field) => ({
      coordinate: `${type}.${field.name.value}`,
      name: field.name.value,
      assumed: assumedOf(field),
    }));

const isListOfObjects = (type: TypeNode, leaves: ReadonlySet<string>, isIn = false): boolean => {
  if (type.kind === Kind.NAMED_TYPE) return isIn && !leaves.has(type.name.value);
  return isListOfObjects(type.type, leaves, isIn || type.kind === Kind.LIST_TYPE);
};

const assumedOf = ({ directives, arguments: parameters }: FieldDefinitionNode): number | null => {
  const listSize = directives?.find(({ name }) => name.value === 'listSize');
  const slicing = valueIn(listSize, 'slicingArguments');
  const hasDefault = parameters?.some(
    ({ name, defaultValue }) => Array.isArray(slicing) && slicing.includes(name.value) && defaultValue,
  );
  if (hasDefault) return null;
  const assumed = valueIn(listSize, 'assumedSize');
  return typeof assumed === 'number' ? assumed : operationLimits.assumedListSize;
};

const valueIn = (directive: ConstDirectiveNode | undefined, argument: string): unknown => {
  const given = directive?.arguments?.find(({ name }) => name.value === argument);
  return given && valueFromASTUntyped(given.value);
};

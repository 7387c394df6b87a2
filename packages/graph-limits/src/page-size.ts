import {
  type FieldNode,
  type GraphQLField,
  type GraphQLOutputType,
  getNamedType,
  isListType,
  isNonNullType,
  Kind,
  type ValueNode,
  valueFromASTUntyped,
} from 'graphql';
import type { ListSize } from './cost-rules.ts';
import { operationLimits } from './operation-limits.ts';

export type Variables = Readonly<Record<string, unknown>>;

/** How many a page holds, and in which of its fields; null where it is each list directly inside. */
export interface Page {
  readonly size: number;
  readonly fields: readonly string[] | null;
}

export interface SizedField {
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
  readonly rule: ListSize | undefined;
  readonly variables: Variables;
}

export const isList = (type: GraphQLOutputType): boolean => isListType(isNonNullType(type) ? type.ofType : type);

const isConnection = ({ type }: GraphQLField<unknown, unknown>): boolean =>
  getNamedType(type).name.endsWith('Connection');

/** What the field's answer is a page of; null for what is no page. */
export const pageOf = (sized: SizedField): Page | null => {
  const { field, rule } = sized;
  if (rule && rule.sizedFields.length > 0) return { size: sizeOf(sized), fields: rule.sizedFields };
  const isPage = isConnection(field) || (rule !== undefined && !isList(field.type));
  return isPage ? { size: sizeOf(sized), fields: null } : null;
};

/** How many the field itself can answer, inside `page`. */
export const lengthOf = (sized: SizedField, page: Page | null): number => {
  const { field, rule } = sized;
  if (!isList(field.type)) return 1;
  // What says a size for others says none for itself.
  const isOwn = rule !== undefined && rule.sizedFields.length === 0;
  const isOfPage = page !== null && (page.fields === null || page.fields.includes(field.name));
  if (isOfPage && !isOwn) return page.size;
  return sizeOf(isOwn ? sized : { ...sized, rule: undefined });
};

/** How many of the slicing arguments are given, where exactly one has to be. */
export const isSlicedAsTold = ({ rule, node, variables }: SizedField): boolean =>
  !rule?.needsOneSlicingArgument ||
  rule.slicingArguments.length === 0 ||
  givenSizes(rule.slicingArguments, node, variables).length === 1;

const sizeOf = ({ field, node, rule, variables }: SizedField): number => {
  const byConvention = isConnection(field) ? operationLimits.assumedPageSize : operationLimits.assumedListSize;
  if (!rule || (rule.slicingArguments.length === 0 && rule.assumedSize === null)) {
    return sizeByConvention({ field, node, variables }) ?? byConvention;
  }
  const unknown = Math.max(operationLimits.maxPageSize, rule.assumedSize ?? 0);
  const given = givenSizes(rule.slicingArguments, node, variables).map((size) => size ?? unknown);
  if (given.length > 0) return Math.max(...given);
  const defaults = field.args
    .filter(({ name }) => rule.slicingArguments.includes(name))
    .flatMap(({ defaultValue }) => (typeof defaultValue === 'number' ? [defaultValue] : []));
  return defaults.length > 0 ? Math.max(...defaults) : (rule.assumedSize ?? byConvention);
};

const sizeByConvention = ({ field, node, variables }: Omit<SizedField, 'rule'>): number | null => {
  const { maxPageSize } = operationLimits;
  // Asked for by their ids, it answers one for each.
  const sizes = givenSizes(['first', 'last', 'ids'], node, variables).map((size) => size ?? maxPageSize);
  // The subgraphs refuse more.
  if (sizes.length > 0) return Math.min(Math.max(...sizes), maxPageSize);
  const byDefault = field.args.find(({ name }) => name === 'first')?.defaultValue;
  return typeof byDefault === 'number' ? byDefault : null;
};

/** The sizes that are given by these arguments; null for one of which nothing is known, as it comes by a variable. */
const givenSizes = (paths: readonly string[], node: FieldNode, variables: Variables): (number | null)[] =>
  paths.flatMap((path) => {
    const [name, ...within] = path.split('.');
    const argument = node.arguments?.find((candidate) => candidate.name.value === name);
    return argument ? sizesIn(argument.value, within, variables) : [];
  });

const sizesIn = (node: ValueNode, path: readonly string[], variables: Variables): (number | null)[] => {
  const [name, ...within] = path;
  if (node.kind === Kind.OBJECT && name !== undefined) {
    const field = node.fields.find((candidate) => candidate.name.value === name);
    return field ? sizesIn(field.value, within, variables) : [];
  }
  if (node.kind === Kind.VARIABLE && !(node.name.value in variables)) return [null];
  const value = path.reduce<unknown>(
    (object, key) => (object as Record<string, unknown> | null | undefined)?.[key],
    valueFromASTUntyped(node, variables),
  );
  if (typeof value === 'number') return [Math.max(value, 0)];
  if (Array.isArray(value)) return [value.length];
  // Null by a variable: at its worst, as the field chooses.
  return node.kind === Kind.VARIABLE && path.length === 0 ? [null] : [];
};

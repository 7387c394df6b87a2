import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';
import { type CostRules, type ListSize, noCostRules } from './cost-rules.ts';

type Field = GraphQLField<unknown, unknown>;
type Values = Readonly<Record<string, unknown>>;

/** What the parts of one schema weigh: what its supergraph says, else an object 1, a leaf and what is given nothing. */
export interface CostModel {
  /** What one object (or leaf) of a field weighs. */
  readonly weightOf: (typeName: string, field: Field) => number;
  /** What the arguments add; `values` is asked for only where arguments can weigh anything. */
  readonly weightOfArguments: (typeName: string, field: Field, values: () => Values) => number;
  readonly listSizeOf: (typeName: string, fieldName: string) => ListSize | undefined;
}

/** What a field's answer weighs where nothing is said. */
export const usualWeight = ({ type }: Field): number => (isLeafType(getNamedType(type)) ? 0 : 1);

/** To be made once for each schema, as it remembers what it found. */
export const costModelOf = (schema: GraphQLSchema, rules: CostRules = noCostRules): CostModel => {
  const { weights, listSizes } = rules;
  const weightOf = remembered((typeName, field: Field) => weightOfField({ schema, weights }, typeName, field));
  const canArgumentsWeigh = [...weights.keys()].some((coordinate) => !isOfOutput(schema, coordinate));
  return {
    weightOf,
    weightOfArguments: (typeName, field, values) => {
      if (!canArgumentsWeigh || field.args.length === 0) return 0;
      const given = values();
      return sum(field.args, (arg) => weightOfArgument({ schema, weights }, { typeName, field, arg }, given[arg.name]));
    },
    listSizeOf: (typeName, fieldName) => listSizes.get(`${typeName}.${fieldName}`),
  };
};

type Said = { readonly schema: GraphQLSchema; readonly weights: CostRules['weights'] };

const isOfOutput = (schema: GraphQLSchema, coordinate: string): boolean => {
  if (coordinate.includes('(')) return false;
  const type = schema.getType(coordinate.split('.', 1)[0] ?? '');
  return type !== undefined && !isInputObjectType(type) && !isLeafType(type);
};

const remembered = (weigh: CostModel['weightOf']): CostModel['weightOf'] => {
  const known = new Map<string, number>();
  return (typeName, field) => {
    const coordinate = `${typeName}.${field.name}`;
    const weight = known.get(coordinate) ?? weigh(typeName, field);
    known.set(coordinate, weight);
    return weight;
  };
};

/** Never less than nothing: only arguments may make a field cheaper. */
const weightOfField = (said: Said, typeName: string, field: Field): number =>
  Math.max(
    0,
    heaviest(said, typeName, (name) => said.weights.get(`${name}.${field.name}`)) ??
      weightOfType(said, getNamedType(field.type)),
  );

/**
 * What is said of the type itself, else the most that is said of a type that implements it: through an interface anything
 * of them may come.
 */
const heaviest = ({ schema }: Said, typeName: string, of: (name: string) => number | undefined): number | undefined => {
  const own = of(typeName);
  const type = schema.getType(typeName);
  if (own !== undefined || !isInterfaceType(type)) return own;
  const weights = schema.getPossibleTypes(type).flatMap(({ name }) => of(name) ?? []);
  return weights.length === 0 ? undefined : Math.max(...weights);
};

const weightOfType = ({ schema, weights }: Said, type: GraphQLNamedOutputType): number => {
  if (isLeafType(type)) return weights.get(type.name) ?? 0;
  if (!isAbstractType(type)) return weights.get(type.name) ?? 1;
  return Math.max(...schema.getPossibleTypes(type).map(({ name }) => weights.get(name) ?? 1));
};

type Place = { readonly typeName: string; readonly field: Field; readonly arg: GraphQLArgument };

const weightOfArgument = (said: Said, { typeName, field, arg }: Place, given: unknown): number => {
  const value = given === undefined ? arg.defaultValue : given;
  const own = heaviest(said, typeName, (name) => said.weights.get(`${name}.${field.name}(${arg.name}:)`));
  return weightOfInput(said, arg.type, { own, value });
};

type Input = { readonly own: number | undefined; readonly value: unknown };

/** What is said of the place counts once, in the stead of what is said of a leaf's type; fields of an input object add up. */
const weightOfInput = (said: Said, type: GraphQLInputType, { own, value }: Input): number => {
  if (value === undefined || value === null) return 0;
  if (isNonNullType(type)) return weightOfInput(said, type.ofType, { own, value });
  if (isListType(type)) {
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    const isOfLeaves = isLeafType(getNamedType(type));
    if (isOfLeaves && own !== undefined) return own;
    return (own ?? 0) + sum(items, (item) => weightOfInput(said, type.ofType, { own: undefined, value: item }));
  }
  if (!isInputObjectType(type)) return own ?? said.weights.get(type.name) ?? 0;
  const base = own ?? said.weights.get(type.name) ?? 0;
  if (typeof value !== 'object') return base;
  return Object.values(type.getFields()).reduce((total, { name, type: inner, defaultValue }) => {
    const given = (value as Values)[name];
    const weight = said.weights.get(`${type.name}.${name}`);
    return total + weightOfInput(said, inner, { own: weight, value: given === undefined ? defaultValue : given });
  }, base);
};

const sum = <Item>(items: readonly Item[], weigh: (item: Item) => number): number =>
  items.reduce((total, item) => total + weigh(item), 0);

import {
  defaultTypeResolver,
  type GraphQLAbstractType,
  GraphQLError,
  type GraphQLLeafType,
  type GraphQLList,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { inspect } from 'graphql/jsutils/inspect.js';
import { type Execution, failed, isPromise, type Path, type Step, whenCompleted } from './execution.ts';
import { type CompiledField, FieldCall } from './field-call.ts';

/** How what a resolver returned becomes part of the answer; `selectionOf` says what is asked of an object of a type. */
export type Completing = {
  readonly field: CompiledField;
  readonly selectionOf: (type: GraphQLObjectType) => Step;
};

/** https://spec.graphql.org/September2025/#CompleteValue(), compiled for one field. */
export const completeValue = (completing: Completing, type: GraphQLOutputType): Step => {
  if (isNonNullType(type)) return completeNonNull(completing.field, completeValue(completing, type.ofType));
  if (isListType(type)) return orNull(completeList(completing, type));
  if (isLeafType(type)) return orNull(completeLeaf(type));
  if (isAbstractType(type)) return orNull(completeAbstract(completing, type));
  return orNull(completeObject(completing, type));
};

const orNull =
  (step: Step): Step =>
  (execution, path, value) => {
    if (value === null || value === undefined) return null;
    if (value instanceof Error) throw value;
    return step(execution, path, value);
  };

const nameOf = ({ parentType, definition }: CompiledField) => `${parentType.name}.${definition.name}`;

const completeNonNull =
  (field: CompiledField, step: Step): Step =>
  (execution, path, value) => {
    const completed = step(execution, path, value);
    if (completed === null) throw new Error(`Cannot return null for non-nullable field ${nameOf(field)}.`);
    return completed;
  };

const completeLeaf =
  (type: GraphQLLeafType): Step =>
  (_execution, _path, value) => {
    const serialized = type.serialize(value);
    if (serialized !== null && serialized !== undefined) return serialized;
    throw new Error(
      `Expected \`${inspect(type)}.serialize(${inspect(value)})\` to return non-nullable value, returned: ${inspect(serialized)}`,
    );
  };

const completeList = (completing: Completing, { ofType }: GraphQLList<GraphQLOutputType>): Step => {
  const { field } = completing;
  const complete = completeValue(completing, ofType);
  const place = { nodes: field.nodes, isNonNull: isNonNullType(ofType) };
  const completeItem: Step = (execution, path, item) => {
    try {
      const completed = isPromise(item)
        ? afterwards(item, complete, { execution, path })
        : complete(execution, path, item);
      return isPromise(completed) ? whenCompleted(completed, place, { execution, path }) : completed;
    } catch (reason) {
      return failed(execution, place, { path, reason });
    }
  };
  return (execution, path, value) => {
    if (!isIterable(value))
      throw new GraphQLError(`Expected Iterable, but did not find one for field "${nameOf(field)}".`);
    const items: unknown[] = [];
    let hasLate = false;
    try {
      for (const item of value) {
        const completed = completeItem(execution, { prev: path, key: items.length, typename: undefined }, item);
        hasLate ||= isPromise(completed);
        items.push(completed);
      }
    } catch (error) {
      // Nobody waits for the items before it any more; a rejection that nobody hears would end the process.
      for (const item of items) if (isPromise(item)) item.then(undefined, () => undefined);
      throw error;
    }
    return hasLate ? Promise.all(items) : items;
  };
};

const isIterable = (value: unknown): value is Iterable<unknown> =>
  typeof value === 'object' && typeof (value as Partial<Iterable<unknown>>)[Symbol.iterator] === 'function';

/** What is late is waited for in a function of its own, see compile-field. */
const afterwards = (
  late: Promise<unknown>,
  step: Step,
  { execution, path }: { execution: Execution; path: Path },
): Promise<unknown> => late.then((value) => step(execution, path, value));

const completeObject = (completing: Completing, type: GraphQLObjectType): Step => {
  let known: Step | undefined;
  const selection = (): Step => {
    known ??= completing.selectionOf(type);
    return known;
  };
  if (type.isTypeOf) return ifOfType(completing.field, type, selection);
  return (execution, path, value) => selection()(execution, path, value);
};

const ifOfType =
  (field: CompiledField, type: GraphQLObjectType, selection: () => Step): Step =>
  (execution, path, value) => {
    // First, as with graphql-js: a condition that cannot be read is the error, whatever the type.
    const step = selection();
    const decide = (isOfType: unknown) => {
      if (isOfType) return step(execution, path, value);
      throw new GraphQLError(`Expected value of type "${type.name}" but got: ${inspect(value)}.`, {
        nodes: field.nodes,
      });
    };
    const answer: unknown = type.isTypeOf?.(value, execution.context, infoOf(execution, field, path));
    return isPromise(answer) ? answer.then(decide) : decide(answer);
  };

const infoOf = (execution: Execution, field: CompiledField, path: Path) =>
  new FieldCall(execution, field, path as NonNullable<Path>);

const completeAbstract = (completing: Completing, type: GraphQLAbstractType): Step => {
  const { field } = completing;
  const resolveType = type.resolveType ?? defaultTypeResolver;
  const known = new Map<unknown, Step>();
  return (execution, path, value) => {
    const decide = (name: unknown) => {
      const step =
        known.get(name) ??
        completeObject(completing, runtimeType(name, { schema: execution.schema, field, type, value }));
      known.set(name, step);
      return step(execution, path, value);
    };
    const name: unknown = resolveType(value, execution.context, infoOf(execution, field, path), type);
    return isPromise(name) ? name.then(decide) : decide(name);
  };
};

type Told = Pick<Execution, 'schema'> & { field: CompiledField; type: GraphQLAbstractType; value: unknown };

/** The object type that a resolver of types named. Throws for a name that cannot stand there. */
const runtimeType = (name: unknown, { schema, field, type, value }: Told): GraphQLObjectType => {
  const { nodes } = field;
  const mustResolve = `Abstract type "${type.name}" must resolve to an Object type at runtime for field "${nameOf(field)}"`;
  const wasResolved = `Abstract type "${type.name}" was resolved to a`;
  if (name === null || name === undefined)
    throw new GraphQLError(
      `${mustResolve}. Either the "${type.name}" type should provide a "resolveType" function or each possible type should provide an "isTypeOf" function.`,
      { nodes },
    );
  if (isObjectType(name))
    throw new GraphQLError(
      'Support for returning GraphQLObjectType from resolveType was removed in graphql-js@16.0.0 please return type name instead.',
    );
  if (typeof name !== 'string')
    throw new GraphQLError(`${mustResolve} with value ${inspect(value)}, received "${inspect(name)}".`);
  const found = schema.getType(name);
  if (!found) throw new GraphQLError(`${wasResolved} type "${name}" that does not exist inside the schema.`, { nodes });
  if (!isObjectType(found)) throw new GraphQLError(`${wasResolved} non-object type "${name}".`, { nodes });
  if (!schema.isSubType(type, found))
    throw new GraphQLError(`Runtime Object type "${name}" is not a possible type for "${type.name}".`, { nodes });
  return found;
};

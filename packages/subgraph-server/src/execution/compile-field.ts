import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  getArgumentValues,
  isLeafType,
  isNonNullType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from 'graphql';
import { type CacheHint, effectOf, hintOfField } from './cache-hints.ts';
import { completeValue } from './complete-value.ts';
import { type Execution, failed, isPromise, type Path, type Step, whenCompleted } from './execution.ts';
import { type CompiledField, FieldCall } from './field-call.ts';

type Resolve = GraphQLFieldResolver<unknown, unknown>;
type Compiled = { readonly field: CompiledField; readonly complete: Step; readonly effect: CacheHint | null };

/** What is known of the field as a place; undefined for a field the type does not have. */
export const fieldOf = (
  asked: Pick<CompiledField, 'key' | 'nodes' | 'parentType'>,
  { isRoot, isQuery }: { isRoot: boolean; isQuery: boolean },
): CompiledField | undefined => {
  const name = asked.nodes[0]?.name.value ?? '';
  const meta = metaFields.get(name);
  const definition = meta && (isQuery || meta === TypeNameMetaFieldDef) ? meta : asked.parentType.getFields()[name];
  if (!definition) return undefined;
  // What the schema tells of itself says nothing of how long an answer may be kept: no more than behind Apollo's plugin.
  const isIntrospection = definition === meta || asked.parentType.name.startsWith('__');
  const hint = isIntrospection ? { mustSay: false } : hintOfField(definition, isRoot);
  return { ...asked, definition, isNonNull: isNonNullType(definition.type), hint };
};

const metaFields = new Map<string, GraphQLField<unknown, unknown>>(
  [SchemaMetaFieldDef, TypeMetaFieldDef, TypeNameMetaFieldDef].map((field) => [field.name, field]),
);

/** The step from the object the field stands on to what stands in the answer. */
export const compileField = (
  field: CompiledField,
  resolve: Resolve | undefined,
  selectionOf: Parameters<typeof completeValue>[0]['selectionOf'],
): Step => {
  const complete = completeValue({ field, selectionOf }, field.definition.type);
  const compiled = { field, complete, effect: effectOf(field.hint) };
  const hasArguments = field.definition.args.length > 0;
  if (resolve && resolve !== defaultFieldResolver) return resolvedField(compiled, resolve);
  return hasArguments ? resolvedField(compiled, defaultFieldResolver) : propertyField(compiled);
};

/** A field with a resolver. */
const resolvedField = (compiled: Compiled, resolve: Resolve): Step => {
  const { field, complete } = compiled;
  const { key, parentType } = field;
  const typename = parentType.name;
  return (execution, prev, source) => {
    const path = { prev, key, typename };
    try {
      const info = new FieldCall(execution, field, path);
      const result = resolve(source, argumentsOf(execution, field), execution.context, info);
      if (isPromise(result)) return whenResolved(result, compiled, { execution, path, info });
      noteHint(execution, compiled, info);
      const completed = complete(execution, path, result);
      return isPromise(completed) ? whenCompleted(completed, field, { execution, path }) : completed;
    } catch (reason) {
      return failed(execution, field, { path, reason });
    }
  };
};

/** A field without one is a property of its parent. A function is asked as a resolver would be. */
const propertyField = (compiled: Compiled): Step => {
  const { field, complete, effect } = compiled;
  const { key, definition, parentType } = field;
  const typename = parentType.name;
  const { name, type } = definition;
  // Nothing stands below a leaf: its path is only wanted when it fails.
  const isLeaf = isLeafType(isNonNullType(type) ? type.ofType : type);
  const askResolver = resolvedField(compiled, defaultFieldResolver);
  return (execution, prev, source) => {
    const path: Path = isLeaf ? undefined : { prev, key, typename };
    try {
      const value = propertyOf(source, name);
      if (typeof value === 'function') return askResolver(execution, prev, source);
      if (effect) execution.policy?.restrict(effect);
      if (isPromise(value))
        return whenResolved(value, compiled, { execution, path: path ?? { prev, key, typename }, info: null });
      const completed = complete(execution, path, value);
      return isPromise(completed) ? whenCompleted(completed, field, { execution, path }) : completed;
    } catch (reason) {
      return failed(execution, field, { path: path ?? { prev, key, typename }, reason });
    }
  };
};

// What waits stands in functions of its own: a function that makes closures pays for them also when nothing is late.

type Late = { readonly execution: Execution; readonly path: Path; readonly info: FieldCall | null };

const whenResolved = (result: Promise<unknown>, compiled: Compiled, late: Late): Promise<unknown> => {
  const { execution, path, info } = late;
  const completed = result.then((value) => {
    if (info) noteHint(execution, compiled, info);
    return compiled.complete(execution, path, value);
  });
  return whenCompleted(completed, compiled.field, late);
};

/** A resolver that looked at `info.cacheControl` has its own word; for all others the schema speaks. */
const noteHint = ({ policy }: Execution, { field, effect }: Compiled, info: FieldCall): void => {
  const said = info.policy ? effectOf({ ...info.policy, mustSay: field.hint.mustSay }) : effect;
  if (said) policy?.restrict(said);
};

const propertyOf = (source: unknown, name: string): unknown =>
  (typeof source === 'object' && source !== null) || typeof source === 'function'
    ? (source as Readonly<Record<string, unknown>>)[name]
    : undefined;

const none: Readonly<Record<string, unknown>> = {};

/** Throws what graphql-js throws for arguments that cannot be read. Each call gets an object of its own. */
const argumentsOf = (execution: Execution, { definition, nodes }: CompiledField): Record<string, unknown> => {
  const [node] = nodes;
  if (definition.args.length === 0 || !node) return { ...none };
  const known = execution.argumentsOf.get(nodes);
  if (known) return { ...known };
  const read = getArgumentValues(definition, node, execution.variables);
  execution.argumentsOf.set(nodes, read);
  return { ...read };
};

import type { ExecutionResult } from 'graphql';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  getOperationAST,
  getVariableValues,
  Kind,
  OperationTypeNode,
  visit,
} from 'graphql';
import type { CachePolicy } from './cache-hints.ts';
import { type Compiling, compileRoot } from './compile-selection.ts';
import { addError, type Execution, isPromise, type Step } from './execution.ts';

/** What is asked with an operation. */
export type Request = {
  readonly variables: Readonly<Record<string, unknown>> | undefined;
  readonly context: unknown;
  readonly policy: CachePolicy | null;
};

/** Executes one operation of a document. */
export type CompiledOperation = (request: Request) => ExecutionResult | Promise<ExecutionResult>;

/** One set of conditions more than these is compiled, used and not kept. */
const mostConditions = 64;

/** As graphql-js has it unless told otherwise. */
const coercing = { maxErrors: 50 };

/** The operation, ready to run; undefined for one that graphql-js has to refuse. */
export const compileOperation = (
  { schema, resolverOf }: Pick<Compiling, 'schema' | 'resolverOf'>,
  document: DocumentNode,
  operationName: string | undefined,
): CompiledOperation | undefined => {
  const operation = getOperationAST(document, operationName);
  const type = operation && schema.getRootType(operation.operation);
  if (!type || operation.operation === OperationTypeNode.SUBSCRIPTION) return undefined;
  const fragments = fragmentsOf(document);
  const isSerial = operation.operation === OperationTypeNode.MUTATION;
  const conditionNames = variablesOfConditions(document);
  const known = new Map<string, Step>();
  const stepFor = (variables: Readonly<Record<string, unknown>>): Step => {
    const name = conditionNames.map((variable) => String(variables[variable])).join();
    const found = known.get(name);
    if (found) return found;
    const compiling = { schema, fragments, resolverOf, conditions: picked(variables, conditionNames) };
    const step = compileRoot(compiling, { type, sets: [operation.selectionSet], isSerial });
    if (known.size < mostConditions) known.set(name, step);
    return step;
  };
  return (request) => run({ schema, operation, fragments }, request, stepFor);
};

const run = (
  compiled: Pick<Execution, 'schema' | 'operation' | 'fragments'>,
  { variables: given, context, policy }: Request,
  stepFor: (variables: Readonly<Record<string, unknown>>) => Step,
): ExecutionResult | Promise<ExecutionResult> => {
  const { schema, operation } = compiled;
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], given ?? {}, coercing);
  if (errors) return { errors };
  const execution: Execution = {
    ...compiled,
    variables: coerced,
    context,
    policy,
    errors: [],
    nulled: new Set(),
    argumentsOf: new Map(),
  };
  try {
    const data = stepFor(coerced)(execution, undefined, undefined);
    return isPromise(data)
      ? data.then(
          (late) => answerOf(execution, late),
          (error: unknown) => withoutData(execution, error),
        )
      : answerOf(execution, data);
  } catch (error) {
    return withoutData(execution, error);
  }
};

const answerOf = ({ errors }: Execution, data: unknown): ExecutionResult => {
  const answer = data as NonNullable<ExecutionResult['data']>;
  return errors.length === 0 ? { data: answer } : { errors, data: answer };
};

const withoutData = (execution: Execution, error: unknown): ExecutionResult => {
  addError(execution, error as Parameters<typeof addError>[1], undefined);
  return { errors: execution.errors, data: null };
};

const fragmentsOf = (document: DocumentNode): Readonly<Record<string, FragmentDefinitionNode>> => {
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null) as Record<
    string,
    FragmentDefinitionNode
  >;
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  return fragments;
};

const variablesOfConditions = (document: DocumentNode): readonly string[] => {
  const names = new Set<string>();
  visit(document, {
    Directive: ({ name, arguments: given }) => {
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of given ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
};

const picked = (variables: Readonly<Record<string, unknown>>, names: readonly string[]) =>
  Object.fromEntries(names.flatMap((name) => (Object.hasOwn(variables, name) ? [[name, variables[name]]] : [])));

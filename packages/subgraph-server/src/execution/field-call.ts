import type { FieldNode, GraphQLField, GraphQLNamedType, GraphQLObjectType, GraphQLResolveInfo } from 'graphql';
import { annotationOfType, type CacheHint, type CachePolicy, type FieldHint, policyFrom } from './cache-hints.ts';
import type { Execution, Place } from './execution.ts';

/** What is known of a field before anything is asked. */
export type CompiledField = Place & {
  /** Its name in the answer. */
  readonly key: string;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly nodes: readonly FieldNode[];
  readonly parentType: GraphQLObjectType;
  readonly hint: FieldHint;
};

/** What resolvers find in `info.cacheControl`, as behind Apollo's plugin. */
export type CacheControl = {
  readonly cacheHint: CachePolicy;
  readonly setCacheHint: (hint: CacheHint) => void;
  readonly cacheHintFromType: (type: GraphQLNamedType) => CacheHint;
};

/** The fourth argument of a resolver. */
export class FieldCall implements GraphQLResolveInfo {
  readonly fieldName: string;
  readonly fieldNodes: readonly FieldNode[];
  readonly returnType: GraphQLResolveInfo['returnType'];
  readonly parentType: GraphQLObjectType;
  readonly path: GraphQLResolveInfo['path'];
  readonly schema: GraphQLResolveInfo['schema'];
  readonly fragments: GraphQLResolveInfo['fragments'];
  readonly rootValue: unknown = undefined;
  readonly operation: GraphQLResolveInfo['operation'];
  readonly variableValues: { [variable: string]: unknown };
  /** Set as soon as the resolver looks at its cache control: from then on it may say something else than the schema. */
  policy: CachePolicy | undefined = undefined;
  readonly #hint: FieldHint;

  constructor(execution: Execution, field: CompiledField, path: GraphQLResolveInfo['path']) {
    this.fieldName = field.definition.name;
    this.fieldNodes = field.nodes;
    this.returnType = field.definition.type;
    this.parentType = field.parentType;
    this.path = path;
    this.schema = execution.schema;
    this.fragments = execution.fragments;
    this.operation = execution.operation;
    this.variableValues = execution.variables;
    this.#hint = field.hint;
  }

  get cacheControl(): CacheControl {
    const policy = this.policy ?? policyFrom(this.#hint);
    this.policy = policy;
    return {
      cacheHint: policy,
      setCacheHint: (hint) => policy.replace(hint),
      cacheHintFromType: annotationOfType,
    };
  }
}

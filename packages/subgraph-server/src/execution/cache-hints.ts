import {
  type ConstDirectiveNode,
  type GraphQLField,
  type GraphQLNamedType,
  getNamedType,
  isCompositeType,
  type TypeDefinitionNode,
  type TypeExtensionNode,
} from 'graphql';

/** What `@cacheControl` says: in seconds, and for whom. */
export type CacheHint = { maxAge?: number | undefined; scope?: 'PUBLIC' | 'PRIVATE' | undefined };
type Annotation = CacheHint & { inheritMaxAge?: boolean };

/** As Apollo Server has it for the whole answer, and for each field in `info.cacheControl`. */
export type CachePolicy = CacheHint & {
  restrict: (hint: CacheHint) => void;
  replace: (hint: CacheHint) => void;
};

const annotationIn = (directives: readonly ConstDirectiveNode[] | undefined): Annotation | undefined => {
  const directive = directives?.find(({ name }) => name.value === 'cacheControl');
  if (!directive?.arguments) return undefined;
  const given = (name: string) => directive.arguments?.find((argument) => argument.name.value === name)?.value;
  const [maxAge, scope, inherit] = [given('maxAge'), given('scope'), given('inheritMaxAge')];
  const said = scope?.kind === 'EnumValue' ? scope.value : undefined;
  const forWhom = said === 'PUBLIC' || said === 'PRIVATE' ? said : undefined;
  if (inherit?.kind === 'BooleanValue' && inherit.value) return { inheritMaxAge: true, scope: forWhom };
  return { maxAge: maxAge?.kind === 'IntValue' ? Number.parseInt(maxAge.value, 10) : undefined, scope: forWhom };
};

/** What stands on a type, or on the first of its extensions that says anything. */
export const annotationOfType = (type: GraphQLNamedType): Annotation => {
  const nodes: readonly (TypeDefinitionNode | TypeExtensionNode | null | undefined)[] = [
    type.astNode,
    ...type.extensionASTNodes,
  ];
  for (const node of nodes) {
    const annotation = annotationIn(node?.directives);
    if (annotation) return annotation;
  }
  return {};
};

/** The hint of one field, and whether it has to say for how long, or else says: not at all. */
export type FieldHint = CacheHint & { readonly mustSay: boolean };

/** As Apollo's plugin for cache control reads it: the field's own word counts before that of its type. */
export const hintOfField = (field: GraphQLField<unknown, unknown>, isRoot: boolean): FieldHint => {
  const type = getNamedType(field.type);
  const ofType = isCompositeType(type) ? annotationOfType(type) : {};
  const own = annotationIn(field.astNode?.directives) ?? {};
  const doesInherit = own.inheritMaxAge === true && ofType.maxAge === undefined;
  return {
    maxAge: own.maxAge ?? ofType.maxAge,
    scope: own.scope ?? ofType.scope,
    mustSay: isRoot || (isCompositeType(type) && ofType.inheritMaxAge !== true && !doesInherit),
  };
};

/** What such a hint does to the policy of the whole answer; nothing for most fields. */
export const effectOf = ({ maxAge, scope, mustSay }: CacheHint & { mustSay: boolean }): CacheHint | null => {
  const seconds = maxAge ?? (mustSay ? 0 : undefined);
  return seconds === undefined && scope === undefined ? null : { maxAge: seconds, scope };
};

/** A field's own policy, which its resolver may change. */
export const policyFrom = (hint: CacheHint): CachePolicy => ({
  maxAge: hint.maxAge,
  scope: hint.scope,
  restrict(other) {
    if (other.maxAge !== undefined && (this.maxAge === undefined || other.maxAge < this.maxAge))
      this.maxAge = other.maxAge;
    if (other.scope !== undefined && this.scope !== 'PRIVATE') this.scope = other.scope;
  },
  replace(other) {
    if (other.maxAge !== undefined) this.maxAge = other.maxAge;
    if (other.scope !== undefined) this.scope = other.scope;
  },
});

/** What one directive asks of whoever wants to see a field or a type. */
export type Requirement =
  | { readonly kind: 'AUTHENTICATED' }
  /** One of these sets, whole: `[["a", "b"], ["c"]]` is (a and b) or c. */
  | { readonly kind: 'SCOPES'; readonly anyOf: readonly (readonly string[])[] };

/** Who may see what, as the supergraph says it. */
export type AccessRules = {
  /** By the name of an object type, a scalar or an enum. */
  readonly types: ReadonlyMap<string, readonly Requirement[]>;
  /** By `Type.field`. */
  readonly fields: ReadonlyMap<string, readonly Requirement[]>;
  /** Fields that may show what they answer, whatever its type requires: `Type.field`. */
  readonly admitting: ReadonlySet<string>;
};

/** The same text for the same requirement, so that what was decided for one viewer serves others like it. */
export const nameOfRequirement = (requirement: Requirement): string =>
  requirement.kind === 'AUTHENTICATED'
    ? 'authenticated'
    : requirement.anyOf.map((scopes) => scopes.toSorted().join('+')).join('|');

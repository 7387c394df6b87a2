/**
 * Whether an object that names its type that way fulfils a type condition; undefined when it names none. Judged by the
 * whole supergraph, the inaccessible types included. The name may be an interface's, where a subgraph knows that
 * interface as an object.
 */
export type IsOfType = (typeName: unknown, condition: string) => boolean | undefined;

/** Answers by a list: every abstract type with the types that are of it. */
export const isOfTypeBy = (subtypes: Readonly<Record<string, readonly string[]>>): IsOfType => {
  const sets = new Map(Object.entries(subtypes).map(([name, types]) => [name, new Set<unknown>(types)]));
  return (typeName, condition) => {
    if (typeName === undefined || typeName === null) return undefined;
    return typeName === condition || sets.get(condition)?.has(typeName) === true;
  };
};

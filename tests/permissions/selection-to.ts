import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isLeafType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

/** A way through a schema: the names to ask for, one inside the other; `... on T` where an abstract type is narrowed. */
export type Way = readonly string[];

const mayBeAsked = (field: GraphQLField<unknown, unknown>): boolean => !field.args.some(isRequiredArgument);

/** The shortest way from one type to another that enters no type of `closed`; null when there is none. */
export const wayTo = (
  schema: GraphQLSchema,
  { from, to, closed }: { from: string; to: string; closed: ReadonlySet<string> },
): Way | null => {
  const start = schema.getType(from);
  if (!isCompositeType(start) || !schema.getType(to)) return null;
  const queue: { type: GraphQLNamedType; way: Way }[] = [{ type: start, way: [] }];
  const seen = new Set([from]);
  for (let next = queue.shift(); next; next = queue.shift()) {
    if (next.type.name === to) return next.way;
    for (const step of stepsFrom(schema, next.type)) {
      if (seen.has(step.type.name) || (closed.has(step.type.name) && step.type.name !== to)) continue;
      seen.add(step.type.name);
      queue.push({ type: step.type, way: [...next.way, step.name] });
    }
  }
  return null;
};

const stepsFrom = (schema: GraphQLSchema, type: GraphQLNamedType): { type: GraphQLCompositeType; name: string }[] => {
  if (isAbstractType(type))
    return schema.getPossibleTypes(type).map((member) => ({ type: member, name: `... on ${member.name}` }));
  if (!isObjectType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => {
    const target = getNamedType(field.type);
    return isCompositeType(target) && mayBeAsked(field) ? [{ type: target, name: field.name }] : [];
  });
};

/** A field of the type that has a value in every instance, and is not the id that the question itself named. */
export const leafOf = (type: GraphQLObjectType): string => {
  const leaves = Object.values(type.getFields()).filter(
    (field) => isLeafType(getNamedType(field.type)) && mayBeAsked(field),
  );
  const certain = leaves.filter((field) => isNonNullType(field.type));
  return (certain.find(({ name }) => name !== 'id') ?? certain[0] ?? leaves[0])?.name ?? '__typename';
};

/** The way as GraphQL writes it. */
export const selectionOf = (way: Way): string =>
  way.reduceRight((inner, name) => (inner === '' ? name : `${name} { ${inner} }`), '');

/** Whether anything stands at the end of the way, in any item of the lists on it. */
export const isAnythingAt = (value: unknown, way: Way): boolean => {
  if (value === null || value === undefined) return false;
  if (Array.isArray(value)) return value.some((item) => isAnythingAt(item, way));
  const [name, ...rest] = way;
  if (name === undefined) return true;
  if (name.startsWith('... on ')) return isAnythingAt(value, rest);
  return isAnythingAt((value as Readonly<Record<string, unknown>>)[name], rest);
};

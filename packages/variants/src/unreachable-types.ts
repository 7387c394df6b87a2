import {
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';

/** The names of the types that no operation can reach: through fields, arguments, members and implementations. */
export const unreachableTypes = (schema: GraphQLSchema): string[] => {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const waiting: GraphQLNamedType[] = roots.filter((type) => type !== null && type !== undefined);
  const reached = new Set<GraphQLNamedType>();
  for (let type = waiting.pop(); type !== undefined; type = waiting.pop()) {
    if (reached.has(type)) continue;
    reached.add(type);
    waiting.push(...neighboursOf(type, schema));
  }
  return Object.values(schema.getTypeMap())
    .filter((type) => !reached.has(type) && !isIntrospectionType(type) && !isSpecifiedScalarType(type))
    .map(({ name }) => name);
};

const neighboursOf = (type: GraphQLNamedType, schema: GraphQLSchema): GraphQLNamedType[] => {
  const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [];
  if (isInputObjectType(type)) return Object.values(type.getFields()).map((field) => getNamedType(field.type));
  if (!isObjectType(type) && !isInterfaceType(type)) return [...possible];
  const fields = Object.values(type.getFields());
  const used = fields.flatMap((field) => [field.type, ...field.args.map((arg) => arg.type)]);
  return [...possible, ...type.getInterfaces(), ...used.map((each) => getNamedType(each))];
};

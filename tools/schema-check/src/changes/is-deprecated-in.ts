import { type GraphQLSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';

/** Whether the element `Type.field`, `Type.field(argument:)`, `Input.field` or `Enum.VALUE` is deprecated in a schema. */
export const isDeprecatedIn = (schema: GraphQLSchema, coordinate: string): boolean => {
  const [, typeName = '', name = '', argument] = /^(\w+)\.(\w+)(?:\((\w+):\))?$/.exec(coordinate) ?? [];
  const type = schema.getType(typeName);
  if (isEnumType(type)) return isMarked(type.getValue(name));
  if (isInputObjectType(type)) return isMarked(type.getFields()[name]);
  if (!isObjectType(type) && !isInterfaceType(type)) return false;
  const field = type.getFields()[name];
  // An argument goes with its field.
  if (argument === undefined || isMarked(field)) return isMarked(field);
  return isMarked(field?.args.find((each) => each.name === argument));
};

const isMarked = (element: { deprecationReason?: string | null | undefined } | null | undefined): boolean =>
  typeof element?.deprecationReason === 'string';

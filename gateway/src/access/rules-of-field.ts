import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
} from 'graphql';
import type { AccessRules, Requirement } from './access-rules.ts';

const none: readonly Requirement[] = [];

/** What must be met before a field is asked for: what stands on it, and on the type of what it answers. */
export const requirementsOfField = (
  rules: AccessRules,
  schema: GraphQLSchema,
  { parent, field }: { parent: GraphQLNamedType; field: GraphQLField<unknown, unknown> },
): readonly Requirement[] => {
  // Asked on an interface, a field may be that of any type behind it: the strictest counts.
  const owners = isInterfaceType(parent) ? schema.getPossibleTypes(parent) : [parent];
  const ofField = owners.flatMap(({ name }) => rules.fields.get(`${name}.${field.name}`) ?? none);
  const isAdmitted = owners.every(({ name }) => rules.admitting.has(`${name}.${field.name}`));
  const ofType = isAdmitted ? none : (rules.types.get(getNamedType(field.type).name) ?? none);
  return ofField.length === 0 ? ofType : [...ofField, ...ofType];
};

/** What the types require that may stand behind an interface or a union: which one it is, only the answer tells. */
export const requirementsBehind = (
  rules: AccessRules,
  schema: GraphQLSchema,
  output: GraphQLOutputType,
): readonly Requirement[] => {
  const type = getNamedType(output);
  if (!isAbstractType(type)) return none;
  return schema.getPossibleTypes(type).flatMap(({ name }) => rules.types.get(name) ?? none);
};

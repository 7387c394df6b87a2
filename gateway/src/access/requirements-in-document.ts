import { type DocumentNode, type GraphQLSchema, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { type AccessRules, nameOfRequirement, type Requirement } from './access-rules.ts';
import { requirementsBehind, requirementsOfField } from './rules-of-field.ts';

/** Every requirement that a document touches anywhere, each once. Most touch none, and cost nothing more. */
export const requirementsInDocument = (
  rules: AccessRules,
  schema: GraphQLSchema,
  document: DocumentNode,
): readonly Requirement[] => {
  const found = new Map<string, Requirement>();
  const note = (requirement: Requirement) => void found.set(nameOfRequirement(requirement), requirement);
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: () => {
        const parent = types.getParentType();
        const field = types.getFieldDef();
        if (!parent || !field) return;
        for (const requirement of requirementsOfField(rules, schema, { parent, field })) note(requirement);
        for (const requirement of requirementsBehind(rules, schema, field.type)) note(requirement);
      },
    }),
  );
  return [...found.values()];
};

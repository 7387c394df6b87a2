import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  type SchemaDefinitionNode,
  visit,
} from 'graphql';
import type { AccessRules, Requirement } from './access-rules.ts';
import { AccessUnreadable } from './access-unreadable.ts';
import { requirementsOf } from './requirements-of.ts';

/** A supergraph as the executor takes it, and the rules that stood in it. */
export type ReadSupergraph = { readonly executableSdl: string; readonly rules: AccessRules };

/** The two features that are enforced here. @apollo/gateway refuses a supergraph that links them, or any other one for SECURITY. */
const enforcedFeatures = new Map([
  ['https://specs.apollo.dev/authenticated/', 'v0.1'],
  ['https://specs.apollo.dev/requiresScopes/', 'v0.1'],
]);
const enforcedDirectives = new Set(['authenticated', 'requiresScopes']);
const scopeScalar = 'requiresScopes__Scope';

/**
 * Takes the access rules out of a supergraph and leaves an executable one. Wherever a supergraph comes from, it comes
 * through here. Throws AccessUnreadable for a rule that is not understood: what cannot be enforced is not served.
 */
export const readAccess = (supergraphSdl: string): ReadSupergraph => {
  const document = parse(supergraphSdl, { noLocation: true });
  return { executableSdl: print(withoutRules(document)), rules: rulesIn(document) };
};

const rulesIn = ({ definitions }: DocumentNode): AccessRules => {
  const rules = { types: new Map<string, readonly Requirement[]>(), ...rulesOfFields(definitions) };
  for (const definition of definitions) {
    if (!judgedKinds.has(definition.kind)) continue;
    const { name, directives } = definition as ObjectTypeDefinitionNode;
    const requirements = requirementsOf(name.value, directives);
    if (requirements.length > 0) rules.types.set(name.value, requirements);
  }
  return rules;
};

/** Not interfaces: composition repeats on them what their types require, and an object is judged by its own type. */
const judgedKinds = new Set<Kind>([
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.SCALAR_TYPE_DEFINITION,
  Kind.ENUM_TYPE_DEFINITION,
]);

const rulesOfFields = (definitions: readonly DefinitionNode[]): Pick<AccessRules, 'admitting'> & FieldRules => {
  const fields = new Map<string, readonly Requirement[]>();
  const admitting = new Set<string>();
  const types = definitions.filter((definition) => definition.kind === Kind.OBJECT_TYPE_DEFINITION);
  for (const { type, field } of types.flatMap((type) => (type.fields ?? []).map((field) => ({ type, field })))) {
    const place = `${type.name.value}.${field.name.value}`;
    const requirements = requirementsOf(place, field.directives);
    if (requirements.length > 0) fields.set(place, requirements);
    if (field.directives?.some((directive) => directive.name.value === 'admits')) admitting.add(place);
  }
  return { fields, admitting };
};

type FieldRules = { fields: Map<string, readonly Requirement[]> };

const withoutRules = (document: DocumentNode): DocumentNode =>
  visit(document, {
    Document: (node) => ({ ...node, definitions: node.definitions.filter((definition) => !isOfRules(definition)) }),
    SchemaDefinition: (node: SchemaDefinitionNode) => ({
      ...node,
      directives: node.directives?.filter((directive) => !linksEnforcedFeature(directive)) ?? [],
    }),
    Directive: (node) => (enforcedDirectives.has(node.name.value) ? null : undefined),
  });

const isOfRules = (definition: DefinitionNode): boolean =>
  (definition.kind === Kind.DIRECTIVE_DEFINITION && enforcedDirectives.has(definition.name.value)) ||
  (definition.kind === Kind.SCALAR_TYPE_DEFINITION && definition.name.value === scopeScalar);

const linksEnforcedFeature = (directive: ConstDirectiveNode): boolean => {
  if (directive.name.value !== 'link') return false;
  const text = (name: string) => {
    const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
    return value?.kind === Kind.STRING ? value.value : undefined;
  };
  const url = text('url') ?? '';
  const feature = [...enforcedFeatures].find(([prefix]) => url.startsWith(prefix));
  if (!feature) return false;
  // Under another name its directives would not be found, and what they protect would be open.
  const isRenamed = directive.arguments?.some(({ name }) => name.value === 'as' || name.value === 'import');
  if (url !== feature.join('') || isRenamed) {
    throw new AccessUnreadable(
      `the supergraph links ${url} in a way that is not enforced here: use ${feature.join('')} by its own name`,
    );
  }
  return true;
};

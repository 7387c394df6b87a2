import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  Kind,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { AccessRules, Requirement } from './access-rules.ts';
import { requirementsOfField } from './rules-of-field.ts';

/** What is executed in place of a document of which a viewer may not see everything. */
export type WithheldDocument = {
  readonly document: DocumentNode;
  /** By the alias of the `__typename` that stands where the field stood. */
  readonly withheld: ReadonlyMap<string, FieldNode>;
  /** The alias under which every interface or union tells what it is. */
  readonly typeAlias: string;
};

/**
 * Replaces each field whose requirements are not met by `__typename` under an alias of ours: no subgraph is asked for it,
 * and the answer still shows every place where it would have stood.
 */
export const withholdFields = (options: {
  rules: AccessRules;
  schema: GraphQLSchema;
  document: DocumentNode;
  isRefused: (requirement: Requirement) => boolean;
}): WithheldDocument => {
  const { rules, schema, isRefused } = options;
  const prefix = freePrefix(options.document);
  const typeAlias = `${prefix}type`;
  const withheld = new Map<string, FieldNode>();
  const types = new TypeInfo(schema);
  const document = visit(
    options.document,
    visitWithTypeInfo(types, {
      Field: {
        enter: (node) => {
          const parent = types.getParentType();
          const field = types.getFieldDef();
          if (!parent || !field || !requirementsOfField(rules, schema, { parent, field }).some(isRefused)) return;
          const alias = `${prefix}${withheld.size}`;
          withheld.set(alias, node);
          return typeNameAs(alias, node);
        },
        leave: (node) => {
          const type = getNamedType(types.getType());
          if (!node.selectionSet || !isAbstractType(type)) return;
          const selections = [...node.selectionSet.selections, typeNameAs(typeAlias)];
          return { ...node, selectionSet: { ...node.selectionSet, selections } };
        },
      },
    }),
  );
  return { document, withheld, typeAlias };
};

/** `__typename` under the alias; skipped where the field it stands for would have been skipped. */
const typeNameAs = (alias: string, { directives = [] }: Pick<FieldNode, 'directives'> = {}): FieldNode => ({
  kind: Kind.FIELD,
  alias: { kind: Kind.NAME, value: alias },
  name: { kind: Kind.NAME, value: '__typename' },
  directives,
});

/** A beginning that no name of the client's has, so that no answer can pass for ours. */
const freePrefix = (document: DocumentNode): string => {
  const text = print(document);
  let prefix = 'withheld_';
  while (text.includes(prefix)) prefix = `${prefix}_`;
  return prefix;
};

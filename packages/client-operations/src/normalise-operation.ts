import {
  type ASTNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  print,
  visit,
} from 'graphql';

/**
 * The operation of a document as it may be written down: with the fragments it uses and no other, without aliases, and
 * with every literal emptied (text to "", numbers to 0, lists to []). Names of fields, arguments, variables, input fields
 * and enum values stay, as do `true`, `false` and `null`: they say which part of the schema is used. `null` when the
 * document has no such operation.
 *
 * Aliases and literals go because a client may write anything into them, an e-mail address too.
 */
export const normaliseOperation = (document: DocumentNode, operationName?: string): string | null => {
  const operation = getOperationAST(document, operationName);
  if (operation === null || operation === undefined) return null;
  const used = usedFragments(document, operation).toSorted((a, b) => a.name.value.localeCompare(b.name.value));
  return [operation, ...used].map((definition) => print(withoutValues(definition))).join('\n\n');
};

const withoutValues = (definition: ASTNode): ASTNode =>
  visit<ASTNode>(definition, {
    Field: ({ alias: _alias, ...field }) => field,
    StringValue: (value) => ({ ...value, value: '', block: false }),
    IntValue: (value) => ({ ...value, value: '0' }),
    FloatValue: (value) => ({ ...value, value: '0' }),
    ListValue: (value) => ({ ...value, values: [] }),
  });

const usedFragments = (document: DocumentNode, operation: OperationDefinitionNode): FragmentDefinitionNode[] => {
  const fragments = new Map(
    document.definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const used = new Set<FragmentDefinitionNode>();
  const follow = (node: ASTNode): void => {
    visit(node, {
      FragmentSpread: ({ name }) => {
        const fragment = fragments.get(name.value);
        if (fragment === undefined || used.has(fragment)) return;
        used.add(fragment);
        follow(fragment);
      },
    });
  };
  follow(operation);
  return [...used];
};

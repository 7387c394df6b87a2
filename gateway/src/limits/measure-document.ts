import {
  type DocumentNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { countRepeats, type Fragments } from './count-repeats.ts';

/** What a document holds, before anybody looks whether it fits the schema. */
export type DocumentMeasure = {
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
  readonly rootFields: number;
  readonly repeats: number;
  readonly directives: number;
};

type Selections = Pick<DocumentMeasure, 'depth' | 'fields' | 'aliases' | 'rootFields'>;

const nothing: Selections = { depth: 0, fields: 0, aliases: 0, rootFields: 0 };

const beside = (one: Selections, other: Selections): Selections => ({
  depth: Math.max(one.depth, other.depth),
  fields: one.fields + other.fields,
  aliases: one.aliases + other.aliases,
  rootFields: one.rootFields + other.rootFields,
});

const isIntrospection = ({ name }: FieldNode): boolean => name.value === '__schema' || name.value === '__type';

/**
 * Measures a document that was parsed and not validated. Each fragment is measured once, however often it is used, so the
 * cost is linear in the document's length; one that contains itself counts as nothing, as validation refuses it.
 */
export const measureDocument = (document: DocumentNode): DocumentMeasure => {
  const fragments = fragmentsOf(document);
  const measured = new Map<string, Selections>();

  const ofFragment = (name: string): Selections => {
    const known = measured.get(name);
    if (known) return known;
    measured.set(name, nothing);
    const selections = ofSelections(fragments.get(name)?.selectionSet);
    measured.set(name, selections);
    return selections;
  };
  const ofField = (field: FieldNode): Selections => {
    const inside = ofSelections(field.selectionSet);
    return {
      depth: isIntrospection(field) ? 1 : 1 + inside.depth,
      fields: 1 + inside.fields,
      aliases: (field.alias ? 1 : 0) + inside.aliases,
      rootFields: 1,
    };
  };
  const ofSelection = (selection: SelectionNode): Selections => {
    if (selection.kind === Kind.FIELD) return ofField(selection);
    if (selection.kind === Kind.INLINE_FRAGMENT) return ofSelections(selection.selectionSet);
    return ofFragment(selection.name.value);
  };
  const ofSelections = (set: SelectionSetNode | undefined): Selections =>
    (set?.selections ?? []).map(ofSelection).reduce(beside, nothing);

  const operations = document.definitions.filter(
    (one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION,
  );
  // All of them: which one is executed is not known yet, and validation walks through all.
  const all = operations.map(({ selectionSet }) => ofSelections(selectionSet)).reduce(beside, nothing);
  return { ...all, repeats: countRepeats(document, fragments), directives: countDirectives(document) };
};

const fragmentsOf = (document: DocumentNode): Fragments => {
  const found = document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(found.map((fragment) => [fragment.name.value, fragment]));
};

const countDirectives = (document: DocumentNode): number => {
  let directives = 0;
  visit(document, {
    Directive: () => {
      directives += 1;
    },
  });
  return directives;
};

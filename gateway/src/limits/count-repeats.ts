import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** Name in the answer -> how often it stands in a selection, fragments included. */
type Names = ReadonlyMap<string, number>;

/** Counts, over all selections as they are written, the fields whose name in the answer another field there has already. */
export const countRepeats = (document: DocumentNode, fragments: Fragments): number => {
  const known = new Map<string, Names>();
  const namesOfFragment = (name: string): Names => {
    const names = known.get(name);
    if (names) return names;
    // For a fragment that contains itself.
    known.set(name, new Map());
    const found = namesOf(fragments.get(name)?.selectionSet);
    known.set(name, found);
    return found;
  };
  const namesBy = (selection: SelectionNode): Names => {
    if (selection.kind === Kind.FIELD) return new Map([[(selection.alias ?? selection.name).value, 1]]);
    if (selection.kind === Kind.INLINE_FRAGMENT) return namesOf(selection.selectionSet);
    return namesOfFragment(selection.name.value);
  };
  const namesOf = (set: SelectionSetNode | undefined): Names => {
    const names = new Map<string, number>();
    for (const selection of set?.selections ?? []) {
      for (const [name, times] of namesBy(selection)) names.set(name, (names.get(name) ?? 0) + times);
    }
    return names;
  };
  let repeats = 0;
  visit(document, {
    SelectionSet: (set, _key, parent) => {
      // The selection of an inline fragment is part of the one around it, and counted there.
      if ((parent as { kind?: Kind } | undefined)?.kind === Kind.INLINE_FRAGMENT) return;
      for (const times of namesOf(set).values()) repeats += times - 1;
    },
  });
  return repeats;
};

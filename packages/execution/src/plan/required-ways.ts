import { type DocumentNode, type FieldNode, Kind, print, type SelectionSetNode } from 'graphql';
import { requiredName } from '../response-names.ts';
import { fieldsOf, innerType } from './supergraph-fields.ts';

/** A field as one `@requires` wants it, under a name that it alone has. */
export type RequiredField = { readonly field: string; readonly args: FieldNode['arguments'] };

type Way = RequiredField & { readonly name: string };

/** Every field that is required anywhere, with all the arguments that it is required with. */
export class RequiredWays {
  readonly #types: ReadonlyMap<string, string>;
  readonly #ways = new Map<string, Map<string, Way>>();
  #last = 0;

  constructor(document: DocumentNode) {
    this.#types = new Map(
      fieldsOf(document).map(({ type, field }) => [`${type}.${field.name.value}`, innerType(field)]),
    );
  }

  read(type: string, { selections }: SelectionSetNode): void {
    for (const node of selections) {
      if (node.kind === Kind.INLINE_FRAGMENT) this.read(node.typeCondition?.name.value ?? type, node.selectionSet);
      if (node.kind !== Kind.FIELD) continue;
      this.#note(type, node);
      const inner = this.#types.get(`${type}.${node.name.value}`);
      if (node.selectionSet && inner) this.read(inner, node.selectionSet);
    }
  }

  #note(type: string, node: FieldNode): void {
    const key = `${type}.${node.name.value}`;
    const ways = this.#ways.get(key) ?? new Map<string, Way>();
    this.#ways.set(key, ways);
    if (ways.has(argumentsText(node))) return;
    this.#last += 1;
    const name = requiredName(node.name.value, this.#last);
    ways.set(argumentsText(node), { name, field: node.name.value, args: node.arguments });
  }

  /** The ways of a field that is required in several; none for any other. */
  of(type: string, field: string): readonly Way[] {
    const ways = this.#ways.get(`${type}.${field}`);
    return ways && ways.size > 1 ? [...ways.values()] : [];
  }

  all(): readonly Way[] {
    return [...this.#ways.values()].flatMap((ways) => (ways.size > 1 ? [...ways.values()] : []));
  }

  /** The selection by names of their own; those it uses are added to `used`. */
  renamed(type: string, selection: SelectionSetNode, used: Set<string>): SelectionSetNode {
    const selections = selection.selections.map((node) => {
      if (node.kind === Kind.INLINE_FRAGMENT) {
        const within = node.typeCondition?.name.value ?? type;
        return { ...node, selectionSet: this.renamed(within, node.selectionSet, used) };
      }
      return node.kind === Kind.FIELD ? this.#renamedField(type, node, used) : node;
    });
    return { ...selection, selections };
  }

  #renamedField(type: string, node: FieldNode, used: Set<string>): FieldNode {
    const inner = this.#types.get(`${type}.${node.name.value}`);
    const selectionSet = node.selectionSet && inner ? this.renamed(inner, node.selectionSet, used) : node.selectionSet;
    const way = this.of(type, node.name.value).find(
      ({ args }) => argumentsText({ arguments: args }) === argumentsText(node),
    );
    if (way) used.add(way.name);
    return {
      ...node,
      ...(selectionSet && { selectionSet }),
      ...(way && { name: { kind: Kind.NAME, value: way.name }, arguments: [] }),
    };
  }
}

const argumentsText = ({ arguments: args = [] }: { readonly arguments?: FieldNode['arguments'] | undefined }): string =>
  args
    .map((node) => print(node))
    .sort()
    .join();

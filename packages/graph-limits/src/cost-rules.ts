import {
  type ConstDirectiveNode,
  type ConstValueNode,
  type DocumentNode,
  Kind,
  parse,
  valueFromASTUntyped,
} from 'graphql';

/** What @listSize says of a field. */
export interface ListSize {
  readonly assumedSize: number | null;
  /** Arguments that say the size, or paths to it within them: `first`, `page.size`. */
  readonly slicingArguments: readonly string[];
  /** The fields inside that have the size; none where it is the field's own. */
  readonly sizedFields: readonly string[];
  readonly needsOneSlicingArgument: boolean;
}

/** What a supergraph says of the cost of its parts. */
export interface CostRules {
  /** By schema coordinate: `Order`, `Order.lines`, `Query.products(first:)`, `CheckoutInput.cartId`. */
  readonly weights: ReadonlyMap<string, number>;
  readonly listSizes: ReadonlyMap<string, ListSize>;
}

export const noCostRules: CostRules = { weights: new Map(), listSizes: new Map() };

const feature = 'https://specs.apollo.dev/cost/';

/**
 * Reads @cost and @listSize of a supergraph, by whatever name it links them
 * (https://specs.apollo.dev/cost/v0.1, after https://ibm.github.io/graphql-specs/cost-spec.html).
 */
export const readCostRules = (supergraphSdl: string): CostRules => {
  const document = parse(supergraphSdl, { noLocation: true });
  const names = namesIn(document);
  if (names === null) return noCostRules;
  const weights = new Map<string, number>();
  const listSizes = new Map<string, ListSize>();
  for (const { coordinate, directives } of document.definitions.flatMap(placesOf)) {
    for (const directive of directives ?? []) {
      const given = argumentsOf(directive);
      if (directive.name.value === names.cost) weights.set(coordinate, Number(given['weight']));
      if (directive.name.value === names.listSize) listSizes.set(coordinate, listSizeOf(given));
    }
  }
  return { weights, listSizes };
};

type Given = Readonly<Record<string, unknown>>;

const listSizeOf = (given: Given): ListSize => ({
  assumedSize: typeof given['assumedSize'] === 'number' ? given['assumedSize'] : null,
  slicingArguments: textsOf(given['slicingArguments']),
  sizedFields: textsOf(given['sizedFields']),
  // Unlike the specification, not unless it is said: a page without `first` has a size of its own with us.
  needsOneSlicingArgument: given['requireOneSlicingArgument'] === true,
});

const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

const argumentsOf = (directive: ConstDirectiveNode): Given =>
  Object.fromEntries((directive.arguments ?? []).map(({ name, value }) => [name.value, untyped(value)]));

const untyped = (value: ConstValueNode): unknown => valueFromASTUntyped(value);

type Place = { coordinate: string; directives: readonly ConstDirectiveNode[] | undefined };

const placesOf = (definition: DocumentNode['definitions'][number]): Place[] => {
  if (definition.kind === Kind.SCALAR_TYPE_DEFINITION || definition.kind === Kind.ENUM_TYPE_DEFINITION) {
    return [{ coordinate: definition.name.value, directives: definition.directives }];
  }
  const isOutput =
    definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION;
  if (!isOutput && definition.kind !== Kind.INPUT_OBJECT_TYPE_DEFINITION) return [];
  const type = definition.name.value;
  const fields = (definition.fields ?? []).flatMap((field): Place[] => {
    const coordinate = `${type}.${field.name.value}`;
    const args = field.kind === Kind.FIELD_DEFINITION ? (field.arguments ?? []) : [];
    return [
      { coordinate, directives: field.directives },
      ...args.map(({ name, directives }) => ({ coordinate: `${coordinate}(${name.value}:)`, directives })),
    ];
  });
  return [{ coordinate: type, directives: definition.directives }, ...fields];
};

/** What the two directives are called here; null where the supergraph does not link them. */
const namesIn = ({ definitions }: DocumentNode): { cost: string; listSize: string } | null => {
  const links = definitions
    .filter((definition) => definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION)
    .flatMap(({ directives }) => directives ?? [])
    .filter(({ name }) => name.value === 'link')
    .map(argumentsOf);
  const link = links.find(({ url }) => String(url).startsWith(feature));
  if (!link) return null;
  const prefix = typeof link['as'] === 'string' ? link['as'] : 'cost';
  const imported = new Map((Array.isArray(link['import']) ? link['import'] : []).map(importOf));
  return { cost: imported.get('@cost') ?? prefix, listSize: imported.get('@listSize') ?? `${prefix}__listSize` };
};

const importOf = (element: unknown): [string, string] => {
  if (typeof element === 'string') return [element, element.slice(1)];
  const { name, as } = element as { name: string; as?: string };
  return [name, (as ?? name).slice(1)];
};

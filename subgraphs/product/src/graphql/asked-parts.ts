import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';
import type { ProductPart } from '../domain/product-parts.ts';

type Table = Readonly<Record<string, readonly ProductPart[]>>;

/** What each field needs beside its parent's own columns. A field that is missing here reads what it needs by itself. */
const partsOfFields: { readonly product: Table; readonly variant: Table } = {
  product: {
    description: ['details'],
    vendor: ['details'],
    productType: ['details'],
    tags: ['details'],
    seo: ['details'],
    options: ['options'],
    media: ['media'],
    mediaCount: ['media'],
    variants: ['variants'],
    variantCount: ['variants'],
    priceRange: ['variants', 'prices'],
    availableForSale: ['variants', 'stock'],
  },
  variant: {
    sku: ['variantDetails'],
    barcode: ['variantDetails'],
    weightGrams: ['variantDetails'],
    requiresShipping: ['variantDetails'],
    options: ['variantDetails', 'options'],
    price: ['prices'],
    compareAtPrice: ['prices'],
    availableForSale: ['stock'],
    stock: ['stock'],
    image: ['variantDetails', 'media'],
  },
};

type Fragments = GraphQLResolveInfo['fragments'];

/** The fields of a selection, fragments included, whatever their type condition or directives: too much is no harm. */
function* fieldsOf(selections: SelectionSetNode | undefined, fragments: Fragments): Generator<FieldNode> {
  for (const selection of selections?.selections ?? []) {
    if (selection.kind === Kind.FIELD) yield selection;
    else if (selection.kind === Kind.INLINE_FRAGMENT) yield* fieldsOf(selection.selectionSet, fragments);
    else yield* fieldsOf(fragments[selection.name.value]?.selectionSet, fragments);
  }
}

/** The selections of products that lie below a field by this path, e.g. `['edges', 'node']`. */
function* below(
  field: FieldNode,
  path: readonly string[],
  fragments: Fragments,
): Generator<SelectionSetNode | undefined> {
  const [next, ...rest] = path;
  if (next === undefined) return void (yield field.selectionSet);
  for (const child of fieldsOf(field.selectionSet, fragments)) {
    if (child.name.value === next) yield* below(child, rest, fragments);
  }
}

/**
 * Which parts of its products a query asks for below the field that is being resolved, so that one statement brings them
 * all. `paths` lead from the field to the products.
 */
export const askedParts = (
  { fieldNodes, fragments }: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>,
  paths: readonly (readonly string[])[],
): ReadonlySet<ProductPart> => {
  const asked = new Set<ProductPart>();
  const note = (parts: readonly ProductPart[] | undefined) => {
    for (const part of parts ?? []) asked.add(part);
  };
  const products = fieldNodes.flatMap((field) => paths.flatMap((path) => [...below(field, path, fragments)]));
  for (const selections of products) {
    for (const field of fieldsOf(selections, fragments)) {
      note(partsOfFields.product[field.name.value]);
      if (field.name.value !== 'variants') continue;
      for (const { name } of fieldsOf(field.selectionSet, fragments)) note(partsOfFields.variant[name.value]);
    }
  }
  return asked;
};

/** From a field that answers a connection to its products. */
export const connectionPaths = [['nodes'], ['edges', 'node']] as const;

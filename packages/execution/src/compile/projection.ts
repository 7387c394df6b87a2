import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from 'graphql';
import { leafWriter, type WriteLeaf } from '../answer/write-leaf.ts';
import { dataKeyOf, responseNameOfField } from '../response-names.ts';
import { type CollectedFields, collectFields } from './collect-fields.ts';
import type { Conditions } from './conditions.ts';

/** How the answer is made of the data: what the client asked for, with its conditions decided. */
export type Projection = {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly conditions: Conditions;
};

export type Shape =
  | { readonly kind: 'leaf'; readonly isNonNull: boolean; readonly write: WriteLeaf; readonly typeName: string }
  | { readonly kind: 'list'; readonly isNonNull: boolean; readonly item: Shape }
  | { readonly kind: 'object'; readonly isNonNull: boolean; readonly selection: Selection };

export type ProjectedField = {
  readonly responseName: string;
  readonly dataKey: string;
  /** The name as JSON, with its colon and what stands before it: a brace or a comma. */
  readonly keyText: string;
  /** True where Object.prototype has something under that name, which must not be taken for a value. */
  readonly isInheritedName: boolean;
  /** `__typename` needs no value, `__schema` and `__type` are answered from the schema. */
  readonly special: 'typename' | 'introspection' | null;
  readonly shape: Shape;
  readonly nodes: readonly FieldNode[];
};

export type ObjectProjection = {
  readonly typeName: string;
  readonly isObject: boolean;
  readonly fields: readonly ProjectedField[];
};

/** What was selected on a field, worked out for each type of object when the first one comes. */
export class Selection {
  readonly #projection: Projection;
  readonly #nodes: readonly FieldNode[];
  readonly type: GraphQLCompositeType;
  readonly isAbstract: boolean;
  readonly #byType = new Map<string, ObjectProjection>();
  #only: ObjectProjection | undefined;

  constructor(projection: Projection, type: GraphQLCompositeType, nodes: readonly FieldNode[]) {
    this.#projection = projection;
    this.#nodes = nodes;
    this.type = type;
    this.isAbstract = isAbstractType(type);
  }

  /** For an object of the selection's own type. */
  own(): ObjectProjection {
    this.#only ??= this.#project(this.type);
    return this.#only;
  }

  /** For an object that names its type; undefined when the client's schema has no such type there. */
  of(typeName: unknown): ObjectProjection | undefined {
    if (typeof typeName !== 'string') return undefined;
    const known = this.#byType.get(typeName);
    if (known) return known;
    const type = this.#projection.schema.getType(typeName);
    if (!isCompositeType(type) || !this.#canBe(type)) return undefined;
    const projected = this.#project(type);
    this.#byType.set(typeName, projected);
    return projected;
  }

  #canBe(type: GraphQLCompositeType): boolean {
    if (type === this.type) return true;
    return (
      isAbstractType(this.type) &&
      (isObjectType(type) || isInterfaceType(type)) &&
      this.#projection.schema.isSubType(this.type, type)
    );
  }

  #project(type: GraphQLCompositeType): ObjectProjection {
    const sets = this.#nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []));
    return projectObject(this.#projection, type, collectFields({ ...this.#projection, type, sets }));
  }
}

/** The root of an answer. */
export const projectRoot = (
  projection: Projection,
  type: GraphQLObjectType,
  operation: { selectionSet: NonNullable<FieldNode['selectionSet']> },
): ObjectProjection =>
  projectObject(projection, type, collectFields({ ...projection, type, sets: [operation.selectionSet] }));

const projectObject = (
  projection: Projection,
  type: GraphQLCompositeType,
  collected: CollectedFields,
): ObjectProjection => ({
  typeName: type.name,
  isObject: isObjectType(type),
  fields: [...collected]
    .flatMap(([responseName, nodes]) => projectField(projection, type, { responseName, nodes }) ?? [])
    .map((field, index) => ({ ...field, keyText: `${index === 0 ? '{' : ','}${field.keyText}` })),
});

const metaFields = new Map<string, GraphQLField<unknown, unknown>>(
  [TypeNameMetaFieldDef, SchemaMetaFieldDef, TypeMetaFieldDef].map((field) => [field.name, field]),
);

const fieldDefinition = (schema: GraphQLSchema, parent: GraphQLCompositeType, name: string) => {
  if (name === TypeNameMetaFieldDef.name || (parent === schema.getQueryType() && metaFields.has(name))) {
    return metaFields.get(name);
  }
  return isUnionType(parent) ? undefined : parent.getFields()[name];
};

type Collected = { responseName: string; nodes: readonly FieldNode[] };

const projectField = (
  projection: Projection,
  parent: GraphQLCompositeType,
  { responseName, nodes }: Collected,
): ProjectedField | null => {
  const [node] = nodes;
  if (!node) return null;
  const name = node.name.value;
  const definition = fieldDefinition(projection.schema, parent, name);
  if (!definition) return null;
  const special = name === '__typename' ? 'typename' : name.startsWith('__') ? 'introspection' : null;
  const dataKey = dataKeyOf(node);
  return {
    responseName: responseNameOfField(node),
    dataKey,
    keyText: `${JSON.stringify(responseName)}:`,
    isInheritedName: dataKey in Object.prototype,
    special,
    shape: shapeOf(projection, definition.type, nodes),
    nodes,
  };
};

const shapeOf = (projection: Projection, type: GraphQLOutputType, nodes: readonly FieldNode[]): Shape => {
  const isNonNull = isNonNullType(type);
  const nullable = isNonNullType(type) ? (type.ofType as GraphQLOutputType) : type;
  if (isListType(nullable)) {
    return { kind: 'list', isNonNull, item: shapeOf(projection, nullable.ofType as GraphQLOutputType, nodes) };
  }
  const named = getNamedType(nullable);
  if (isLeafType(named)) return { kind: 'leaf', isNonNull, write: leafWriter(named), typeName: named.name };
  return { kind: 'object', isNonNull, selection: new Selection(projection, named, nodes) };
};

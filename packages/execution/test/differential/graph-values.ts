import {
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';
import { type GraphModel, interfaceName, unionName, valueName } from './graph-model.ts';
import { Random } from './random.ts';

/** What stands behind a field: the same in whichever subgraph it is asked, as it is made of nothing but these names. */
export type Source = Record<string, unknown>;

export type Faults = { readonly errors: number; readonly missing: number; readonly nulls: number };

const idsPerEntity = 4;

type Drawing = { seed: string; faults: Faults; whole?: GraphQLSchema };

/**
 * Answers any field of any type. In a subgraph what a field requires came along; of the whole graph, given as its schema,
 * it is worked out.
 */
export const createResolver = (model: GraphModel, drawing: Drawing): GraphQLFieldResolver<unknown, unknown> => {
  const values = new GraphValues(model, drawing);
  return (...[source, args, , info]) =>
    values.resolve(source, args as Record<string, unknown>, {
      parentType: info.parentType.name,
      fieldName: info.fieldName,
      returnType: info.returnType,
      schema: info.schema,
    });
};

class GraphValues {
  readonly #drawing: Drawing;
  readonly #requires: ReadonlyMap<string, string>;
  readonly #members: readonly string[];
  readonly #all: readonly string[];

  constructor(model: GraphModel, drawing: Drawing) {
    this.#drawing = drawing;
    this.#requires = new Map(
      model.entities.flatMap(({ name, fields }) =>
        fields.flatMap((field) => (field.requires ? [[`${name}.${field.name}`, field.requires] as const] : [])),
      ),
    );
    this.#members = model.entities.filter(({ isMember }) => isMember).map(({ name }) => name);
    this.#all = model.entities.map(({ name }) => name);
  }

  resolve(source: unknown, args: Record<string, unknown>, info: FieldPlace): unknown {
    const object = (source ?? {}) as Source;
    const { parentType: parent, fieldName: name } = info;
    const { seed, faults, whole } = this.#drawing;
    if (Object.hasOwn(keyFields, name) && parent !== 'Box') return keyFields[name]?.(object);
    const place = `${identityOf(object)}.${name}(${JSON.stringify(args)})`;
    const random = new Random(`${seed} ${place}`);
    if (random.chance(faults.errors)) {
      throw new GraphQLError(`no ${place}`, { extensions: { code: random.pick(['FORBIDDEN', 'BAD_USER_INPUT']) } });
    }
    const required = this.#requires.get(`${parent}.${name}`);
    if (!required) return this.#value(info.returnType, random, place);
    // Along a reference that provides the required field, the subgraph has it itself.
    const isKnownHere = whole !== undefined || object['isOwn'] === true;
    const found = isKnownHere
      ? this.#computeRequired(whole ?? info.schema, { object, parent, required })
      : given(object, required);
    return `${name} of ${JSON.stringify(found)}`;
  }

  #value(type: GraphQLOutputType, random: Random, place: string): unknown {
    if (isNonNullType(type)) return this.#value(type.ofType as GraphQLOutputType, random, `${place}!`);
    if (!place.endsWith('!') && random.chance(this.#drawing.faults.nulls)) return null;
    const here = place.replace('!', '');
    if (isListType(type)) {
      const item = type.ofType;
      return Array.from({ length: random.below(4) }, (_, index) => this.#value(item, random, `${here}.${index}`));
    }
    const named = getNamedType(type);
    if (isLeafType(named)) return leafValue(named.name, random);
    if (named.name === valueName || named.name === 'Part') return { __typename: named.name, box: here };
    return entitySource(this.#concrete(random, named.name), random.below(idsPerEntity));
  }

  #concrete(random: Random, type: string): string {
    if (type === interfaceName) return random.pick(this.#members);
    return type === unionName ? random.pick(this.#all) : type;
  }

  /** What the subgraphs of the required fields would have answered. */
  #computeRequired(schema: GraphQLSchema, { object, parent, required }: Requiring): unknown {
    const [field = '', ...nested] = required.split(/[ {}]+/).filter(Boolean);
    const found = this.#field(schema, object, { parent, field });
    if (nested.length === 0) return found;
    const inside = (box: unknown): unknown => {
      if (Array.isArray(box)) return box.map(inside);
      const of = (key: string) => this.#field(schema, box as Source, { parent: valueName, field: key });
      return box && Object.fromEntries(nested.map((key) => [key, of(key)]));
    };
    return inside(found);
  }

  #field(schema: GraphQLSchema, object: Source, { parent, field }: { parent: string; field: string }): unknown {
    const definition = (schema.getType(parent) as GraphQLObjectType).getFields()[field];
    if (!definition) throw new Error(`no field ${parent}.${field}`);
    const args = Object.fromEntries(
      definition.args.flatMap(({ name, defaultValue }) => (defaultValue === undefined ? [] : [[name, defaultValue]])),
    );
    return this.resolve(object, args, { parentType: parent, fieldName: field, returnType: definition.type, schema });
  }
}

type Requiring = { object: Source; parent: string; required: string };
type FieldPlace = { parentType: string; fieldName: string; returnType: GraphQLOutputType; schema: GraphQLSchema };

/** What came in the representation. */
const given = (object: Source, required: string): unknown => {
  const [field = ''] = required.split(' ');
  return Object.hasOwn(object, field) ? object[field] : 'not given';
};

const keyFields: Readonly<Record<string, (source: Source) => unknown>> = {
  id: (source) => idOf(source),
  sku: (source) => `sku-${idOf(source)}`,
  part: (source) => ({ __typename: 'Part', code: codeOf(idOf(source)) }),
  code: (source) => source['code'],
};

/** An id tells its type, as two things of one interface must not have the same. */
export const entitySource = (typeName: string, number: number): Source => ({
  __typename: typeName,
  id: `${typeName}:${number}`,
  isOwn: true,
});

/** By any of the keys that came in a representation. */
export const idOf = (source: Source): string =>
  (source['id'] as string | undefined) ?? (source['sku'] as string).replace('sku-', '');

const codeOf = (id: string): number => Number(id.split(':')[1]);

const identityOf = (source: Source): string => {
  if (typeof source['box'] === 'string') return source['box'];
  return 'id' in source || 'sku' in source ? idOf(source) : 'root';
};

const leafValue = (type: string, random: Random): unknown => {
  switch (type) {
    case 'Int':
      return random.below(1_000) - 500;
    case 'Float':
      return random.below(1_000) / 8;
    case 'Boolean':
      return random.chance(0.5);
    case 'Color':
      return random.pick(['RED', 'GREEN', 'BLUE']);
    case 'ID':
      return `id-${random.below(100)}`;
    default:
      return random.pick(['', 'plain', 'quo"ted', 'back\\slash', 'line\nbreak', 'ünïcode ☃', '\u2028', '0']);
  }
};

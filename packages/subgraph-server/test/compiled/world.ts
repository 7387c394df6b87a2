import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type GraphQLTypeResolver,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { type Random, randomFrom } from './random.ts';

/** How a graph behaves in one run. Everything follows from the seed and the place, so that two engines see the same world. */
export type World = {
  readonly seed: string;
  /** How likely a value is null, an error or of the wrong kind. */
  readonly trouble: number;
  /** How likely a value comes later. */
  readonly lateness: number;
  /** What resolvers were told, in the order they were asked. */
  readonly told: unknown[];
};

type Made = { readonly world: World; readonly schema: GraphQLSchema };

/** Gives the schema resolvers for every other field; the rest are properties of what these return. */
export const inhabit = (schema: GraphQLSchema): GraphQLSchema => {
  const own = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('_'));
  for (const type of own.filter(isAbstractType)) type.resolveType = resolveType;
  for (const type of own.filter(isObjectType)) {
    if (type.name === 'Part') type.isTypeOf = isOfType;
    for (const field of Object.values(type.getFields())) if (hasResolver(type, field)) field.resolve = resolve;
  }
  return schema;
};

const rootTypes = new Set(['Query', 'Mutation']);
const hasResolver = (type: GraphQLObjectType, { name, args }: GraphQLField<unknown, unknown>) =>
  !name.startsWith('_') && (rootTypes.has(type.name) || args.length > 0 || (name.length + type.name.length) % 2 === 0);

// biome-ignore lint/complexity/useMaxParams: this is how graphql-js calls a resolver
const resolve = (_source: unknown, args: unknown, world: World, info: GraphQLResolveInfo): unknown => {
  const place = placeOf(info.path);
  world.told.push([place, args, info.fieldNodes.length, info.returnType.toString(), info.parentType.name]);
  return valueAt({ world, schema: info.schema }, place + JSON.stringify(args), info.returnType);
};

const placeOf = (path: GraphQLResolveInfo['path'] | undefined): string =>
  path ? `${placeOf(path.prev)}/${path.key}:${path.typename ?? ''}` : '';

type Thing = { readonly typeName?: unknown; readonly place: string };

const resolveType: GraphQLTypeResolver<Thing, World> = (value, world) => {
  const random = randomFrom(`${world.seed} type ${value.place}`);
  const name = value.typeName as string;
  return random.chance(world.lateness / 2) ? Promise.resolve(name) : name;
};

const isOfType = (value: Thing, world: World): boolean | Promise<boolean> => {
  const random = randomFrom(`${world.seed} is ${value.place}`);
  const is = value.typeName === 'Part' || random.chance(0.5);
  return random.chance(world.lateness / 2) ? Promise.resolve(is) : is;
};

/** What stands at a place: often what belongs there, at once or later, sometimes not. */
const valueAt = (made: Made, place: string, type: GraphQLOutputType): unknown => {
  const random = randomFrom(`${made.world.seed} ${place}`);
  const value = random.chance(made.world.trouble)
    ? troubleAt(made, place, random)
    : goodValueAt(made, { place, type }, random);
  return later(value, made.world, random);
};

class Refusal extends Error {}

const troubleAt = ({ world }: Made, place: string, random: Random): unknown => {
  const kinds = [null, undefined, new Error(`returned at ${place}`), 'neither', { odd: place }, []];
  if (random.chance(0.6)) return random.pick(kinds);
  const error = new Refusal(`thrown at ${place}`);
  if (random.chance(world.lateness)) return Promise.reject(error);
  throw error;
};

const later = (value: unknown, { lateness }: World, random: Random): unknown => {
  if (!random.chance(lateness) || value instanceof Promise) return value;
  const turns = random.below(4);
  return (async () => {
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
    return value;
  })();
};

type Spot = { readonly place: string; readonly type: GraphQLOutputType };

const goodValueAt = (made: Made, { place, type }: Spot, random: Random): unknown => {
  if (isNonNullType(type)) return goodValueAt(made, { place, type: type.ofType }, random);
  if (isListType(type)) return listAt(made, { place, type: type.ofType }, random);
  return isEnumType(type) || !('getFields' in type || isAbstractType(type))
    ? leafAt(made.world, type, random)
    : objectAt(made, { place, type }, random);
};

const listAt = (made: Made, { place, type }: Spot, random: Random): unknown => {
  const length = random.below(4);
  // graphql-js leaves rejections unheard when an item fails at once behind one that comes later, and where nulls are not
  // taken: there all items are late, or none of the world is.
  const mustBeLate = isNonNullType(type) && made.world.lateness > 0;
  const items = Array.from({ length }, (_, index) => {
    if (!mustBeLate) return caught(() => valueAt(made, `${place}/${index}`, type));
    return (async () => valueAt(made, `${place}/${index}`, type))();
  });
  return random.chance(0.2) ? new Set(items) : items;
};

/** An item that cannot be made is an error in its place. */
const caught = (make: () => unknown): unknown => {
  try {
    return make();
  } catch (error) {
    return error;
  }
};

const leafAt = ({ trouble }: World, type: GraphQLNamedType, random: Random): unknown => {
  const values: Readonly<Record<string, readonly unknown[]>> = {
    Int: [0, 7, '12', trouble > 0 ? 3.5 : 4],
    Float: [1.5, 2, '3'],
    Boolean: [true, false, 0],
    Colour: ['RED', 'GREEN', 'GREEN', trouble > 0 ? 'BLUE' : 'RED'],
    Odd: [{ a: [1, null] }, 'odd', 1],
  };
  return random.pick(values[type.name] ?? ['text', '', 'x"y', 5]);
};

const objectAt = (made: Made, { place, type }: Spot, random: Random): unknown => {
  const { schema, world } = made;
  const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [type as GraphQLObjectType];
  const found = random.pick(possible);
  const wrong = [undefined, 'Nobody', 'Colour', 'Lone', 7];
  const object: Record<string, unknown> = {
    place,
    typeName: random.chance(world.trouble / 3) ? random.pick(wrong) : found.name,
  };
  for (const field of Object.values(found.getFields())) {
    if (hasResolver(found, field)) continue;
    const spot = `${place}.${field.name}`;
    const read = () => valueAt(made, spot, field.type);
    if (random.chance(0.2))
      object[field.name] = (...[, context]: [unknown, World]) => (context === world ? read() : null);
    else Object.defineProperty(object, field.name, { get: read });
  }
  return object;
};

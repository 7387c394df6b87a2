import { Random } from './random.ts';

export type TypeRef = {
  readonly name: string;
  readonly isLeaf: boolean;
  readonly isList: boolean;
  readonly isNonNull: boolean;
  readonly isItemNonNull: boolean;
};

export type FieldModel = {
  readonly name: string;
  readonly type: TypeRef;
  /** The subgraphs that answer it. */
  readonly owners: readonly string[];
  readonly hasArgument: boolean;
  /** Selections on its own entity that its owner must be given; what it answers is made of them. */
  readonly requires?: string;
  /** A leaf of the referred entity that its owner answers along with it. */
  readonly provides?: string;
  /** Answered along with a reference somewhere, so not by its owners alone. */
  readonly isProvided?: boolean;
  readonly isInaccessible?: boolean;
};

export type EntityModel = {
  readonly name: string;
  /** Subgraph -> its keys of this entity. */
  readonly keys: ReadonlyMap<string, readonly string[]>;
  readonly fields: readonly FieldModel[];
  readonly isMember: boolean;
};

export type GraphModel = {
  readonly subgraphs: readonly string[];
  readonly entities: readonly EntityModel[];
  readonly roots: readonly FieldModel[];
  readonly mutations: readonly FieldModel[];
  /** A subgraph that knows the interface as an object, with the fields it adds. */
  readonly interfaceObject: { readonly subgraph: string; readonly fields: readonly FieldModel[] } | null;
};

/** The subgraph in which every entity, the interface and the union stand. */
export const hub = 's0';
export const interfaceName = 'Named';
export const unionName = 'Either';
export const valueName = 'Box';

const leafTypes = ['Int', 'String', 'Boolean', 'Float', 'Color', 'ID'];

/** A random federated graph. */
export const randomGraph = (seed: string): GraphModel => {
  const random = new Random(seed);
  const subgraphs = Array.from({ length: 2 + random.below(3) }, (_, index) => `s${index}`);
  const names = Array.from({ length: 2 + random.below(3) }, (_, index) => `E${index}`);
  const hasInterfaceObject = random.chance(0.35);
  const bare = names.map((name, index) => ({
    name,
    isMember: index < 2 || random.chance(0.5),
    keys: keysOf(random, subgraphs),
  }));
  const entities = bare.map((entity) => ({ ...entity, fields: fieldsOf(random, entity, names) }));
  return {
    subgraphs,
    entities: markProvided(
      entities.map((entity) => ({
        ...entity,
        fields: entity.fields.map((field) => withProvides(random, field, entities)),
      })),
    ),
    roots: subgraphs.flatMap((subgraph) => rootsOf(random, { subgraph, entities })),
    mutations: subgraphs.map((subgraph) => mutationOf(random, subgraph, entities)),
    interfaceObject: hasInterfaceObject
      ? { subgraph: 'sx', fields: [leaf(random, 'bonus', ['sx']), leaf(random, 'extra', ['sx'])] }
      : null,
  };
};

const keysOf = (random: Random, subgraphs: readonly string[]): ReadonlyMap<string, readonly string[]> =>
  new Map(
    subgraphs.flatMap((subgraph): [string, string[]][] => {
      if (subgraph === hub) return [[hub, ['id', 'sku']]];
      if (random.chance(0.2)) return [];
      return [[subgraph, random.pick([['id'], ['sku'], ['id sku'], ['id', 'sku'], ['id part { code }']])]];
    }),
  );

type Bare = Pick<EntityModel, 'name' | 'keys' | 'isMember'>;

const fieldsOf = (random: Random, { keys, name }: Bare, names: readonly string[]): FieldModel[] => {
  const fields: FieldModel[] = [tag];
  for (const subgraph of keys.keys()) {
    const count = 1 + random.below(3);
    for (let index = 0; index < count; index += 1) {
      fields.push(leaf(random, `${subgraph}_l${index}`, ownersOf(random, subgraph, [...keys.keys()])));
    }
    if (random.chance(0.5)) fields.push(reference(random, `${subgraph}_box`, { subgraph, to: valueName }));
    if (random.chance(0.7))
      fields.push(reference(random, `${subgraph}_r`, { subgraph, to: targetIn(random, subgraph, names) }));
  }
  return [...fields, ...requiringFields(random, { name, keys, fields })];
};

/** What the interface has, in each of its members alike. */
const tag: FieldModel = {
  name: 'tag',
  owners: [hub],
  hasArgument: false,
  type: { name: 'String', isLeaf: true, isList: false, isNonNull: false, isItemNonNull: false },
};

const ownersOf = (random: Random, subgraph: string, all: readonly string[]): string[] =>
  random.chance(0.15) ? [...new Set([subgraph, random.pick(all)])] : [subgraph];

/** Abstract types stand in the hub alone; an entity can be referred to from wherever it has a key. */
const targetIn = (random: Random, subgraph: string, names: readonly string[]): string =>
  subgraph === hub && random.chance(0.5) ? random.pick([interfaceName, unionName]) : random.pick(names);

const requiringFields = (
  random: Random,
  { keys, fields }: { name: string; keys: EntityModel['keys']; fields: readonly FieldModel[] },
): FieldModel[] =>
  [...keys.keys()].flatMap((subgraph) => {
    const others = fields.filter(({ owners }) => !owners.includes(subgraph));
    const leaves = others.filter(({ type }) => type.isLeaf);
    const boxes = others.filter(({ type }) => type.name === valueName);
    if (leaves.length === 0 || random.chance(0.4)) return [];
    const required =
      boxes.length > 0 && random.chance(0.4) ? `${random.pick(boxes).name} { a b }` : random.pick(leaves).name;
    const type = { name: 'String', isLeaf: true, isList: false, isNonNull: random.chance(0.1), isItemNonNull: false };
    return [
      { name: `${subgraph}_q_${signature(type)}`, type, owners: [subgraph], hasArgument: false, requires: required },
    ];
  });

const leaf = (random: Random, name: string, owners: readonly string[]): FieldModel => {
  const type = {
    name: random.pick(leafTypes),
    isLeaf: true,
    isList: random.chance(0.15),
    isNonNull: random.chance(0.2),
    isItemNonNull: random.chance(0.3),
  };
  return {
    name: `${name}_${signature(type)}`,
    owners,
    hasArgument: random.chance(0.2),
    isInaccessible: random.chance(0.05),
    type,
  };
};

/** Fields of one name have one type in all entities, or hardly an operation over several of them would be valid. */
const signature = ({ name, isList, isNonNull, isItemNonNull }: TypeRef): string =>
  `${name}${isList ? (isItemNonNull ? 'Items' : 'List') : ''}${isNonNull ? 'Always' : ''}`;

const reference = (random: Random, name: string, { subgraph, to }: { subgraph: string; to: string }): FieldModel => {
  const type = {
    name: to,
    isLeaf: false,
    isList: random.chance(0.5),
    isNonNull: random.chance(0.15),
    isItemNonNull: random.chance(0.3),
  };
  return { name: `${name}_${signature(type)}`, owners: [subgraph], hasArgument: random.chance(0.1), type };
};

/** Where an entity is referred to, its owner's plain leaf may come along. */
const withProvides = (random: Random, field: FieldModel, entities: readonly EntityModel[]): FieldModel => {
  const target = entities.find(({ name }) => name === field.type.name);
  const [subgraph = hub] = field.owners;
  const provided = target?.fields.find(
    ({ type, owners, hasArgument, requires, isInaccessible }) =>
      type.isLeaf && !hasArgument && !requires && !isInaccessible && !owners.includes(subgraph),
  );
  if (!provided || !target?.keys.has(subgraph) || !random.chance(0.3)) return field;
  return { ...field, provides: provided.name };
};

const markProvided = (entities: readonly EntityModel[]): EntityModel[] => {
  const provided = new Set(
    entities.flatMap(({ fields }) => fields.map(({ type, provides }) => `${type.name}.${provides ?? ''}`)),
  );
  return entities.map((entity) => ({
    ...entity,
    fields: entity.fields.map((field) => ({ ...field, isProvided: provided.has(`${entity.name}.${field.name}`) })),
  }));
};

type Rooted = { subgraph: string; entities: readonly EntityModel[] };

const rootsOf = (random: Random, { subgraph, entities }: Rooted): FieldModel[] => {
  const here = entities.filter(({ keys }) => keys.has(subgraph)).map(({ name }) => name);
  const targets = subgraph === hub ? [...here, interfaceName, unionName, valueName] : here;
  if (targets.length === 0) return [leaf(random, `${subgraph}_root`, [subgraph])];
  return Array.from({ length: 1 + random.below(2) }, (_, index) => {
    const root = reference(random, `${subgraph}_root${index}`, { subgraph, to: random.pick(targets) });
    return { ...root, type: { ...root.type, isNonNull: random.chance(0.05) } };
  });
};

const mutationOf = (random: Random, subgraph: string, entities: readonly EntityModel[]): FieldModel => {
  const here = entities.filter(({ keys }) => keys.has(subgraph));
  const field = reference(random, `${subgraph}_do`, {
    subgraph,
    to: here.length > 0 ? random.pick(here).name : valueName,
  });
  return { ...field, type: { ...field.type, isNonNull: false, isList: false } };
};

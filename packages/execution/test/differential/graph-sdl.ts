import {
  type EntityModel,
  type FieldModel,
  type GraphModel,
  hub,
  interfaceName,
  type TypeRef,
  unionName,
  valueName,
} from './graph-model.ts';

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@external", "@requires", "@provides", "@shareable", "@interfaceObject", "@inaccessible"])';

/** Each subgraph's schema. */
export const graphSdl = (model: GraphModel): { name: string; sdl: string }[] => [
  ...model.subgraphs.map((name) => ({ name, sdl: subgraphSdl(model, name) })),
  ...(model.interfaceObject ? [{ name: model.interfaceObject.subgraph, sdl: interfaceObjectSdl(model) }] : []),
];

const shared = `enum Color { RED GREEN BLUE }
type ${valueName} @shareable { a: Int b: String! c: [Int] inner: ${valueName} }
type Part @shareable { code: Int! }`;

const subgraphSdl = (model: GraphModel, subgraph: string): string => {
  const entities = model.entities.filter(({ keys }) => keys.has(subgraph));
  const rootFields = (fields: readonly FieldModel[]) => fields.filter(({ owners }) => owners.includes(subgraph));
  const roots = rootFields(model.roots);
  const abstract =
    subgraph === hub
      ? [
          `interface ${interfaceName}${model.interfaceObject ? ' @key(fields: "id")' : ''} { id: ID! tag: String }`,
          `union ${unionName} = ${model.entities.map(({ name }) => name).join(' | ')}`,
        ]
      : [];
  return [
    link,
    shared,
    ...abstract,
    ...entities.map((entity) => entitySdl(model, entity, subgraph)),
    `type Query { ${[`${subgraph}_ping: Int`, ...roots.map(fieldSdl)].join('\n')} }`,
    `type Mutation { ${rootFields(model.mutations).map(fieldSdl).join('\n')} }`,
  ].join('\n');
};

const entitySdl = (model: GraphModel, entity: EntityModel, subgraph: string): string => {
  const keys = entity.keys.get(subgraph) ?? [];
  const own = entity.fields.filter(({ owners }) => owners.includes(subgraph));
  const keyFields = new Set(keys.flatMap((key) => key.replace(/\{.*\}/, '').split(' ')).filter(Boolean));
  if (subgraph === hub) for (const name of ['id', 'sku', 'part']) keyFields.add(name);
  const implementing = subgraph === hub && entity.isMember ? ` implements ${interfaceName}` : '';
  const fields = [
    ...[...keyFields].map((name) => `${name}: ${keyTypes[name]} ${keys.length > 0 ? '@shareable' : ''}`),
    ...own.map((field) => fieldSdl(field)),
    ...externalsOf(model, entity, subgraph),
  ];
  return `type ${entity.name}${implementing} ${keys.map((key) => `@key(fields: "${key}")`).join(' ')} { ${fields.join('\n')} }`;
};

const keyTypes: Readonly<Record<string, string>> = { id: 'ID!', sku: 'String!', part: 'Part!' };

/** What this subgraph needs of the entity, or gives along with a reference to it, without being its owner. */
const externalsOf = (model: GraphModel, entity: EntityModel, subgraph: string): string[] => {
  const own = entity.fields.filter(({ owners }) => owners.includes(subgraph));
  const required = own.flatMap(({ requires }) => (requires ? [requires.split(' ')[0] ?? ''] : []));
  const referring = [...model.roots, ...model.entities.flatMap(({ fields }) => fields)].filter(
    ({ type, owners }) => type.name === entity.name && owners.includes(subgraph),
  );
  const provided = referring.flatMap(({ provides }) => (provides ? [provides] : []));
  return [...new Set([...required, ...provided])].flatMap((name) => {
    const field = entity.fields.find((candidate) => candidate.name === name);
    return field ? [`${field.name}${argumentsSdl(field)}: ${printType(field.type)} @external`] : [];
  });
};

const argumentsSdl = ({ hasArgument }: FieldModel): string => (hasArgument ? '(n: Int = 1, s: String)' : '');

const fieldSdl = (field: FieldModel): string => {
  const directives = [
    field.owners.length > 1 || field.isProvided ? '@shareable' : '',
    field.requires ? `@requires(fields: "${field.requires}")` : '',
    field.provides ? `@provides(fields: "${field.provides}")` : '',
    field.isInaccessible && field.name !== 'tag' ? '@inaccessible' : '',
  ];
  return `${field.name}${argumentsSdl(field)}: ${printType(field.type)} ${directives.join(' ')}`;
};

const printType = ({ name, isList, isNonNull, isItemNonNull }: TypeRef): string =>
  `${isList ? `[${name}${isItemNonNull ? '!' : ''}]` : name}${isNonNull ? '!' : ''}`;

const interfaceObjectSdl = ({ interfaceObject }: GraphModel): string =>
  [
    link,
    'enum Color { RED GREEN BLUE }',
    `type ${interfaceName} @interfaceObject @key(fields: "id") { id: ID! ${(interfaceObject?.fields ?? []).map(fieldSdl).join('\n')} }`,
    `type Query { sx_any: ${interfaceName} sx_all: [${interfaceName}] }`,
  ].join('\n');

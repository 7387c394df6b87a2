import type { ObjectTypeDefinitionNode } from 'graphql';
import {
  directivesOf,
  fieldNamed,
  type GraphModel,
  implementsNode,
  isInterface,
  isObject,
  isRoot,
  isStub,
  keysOf,
  namedTypeOf,
  stopsNull,
  type TypeIn,
  typeText,
} from './graph-model.ts';
import type { Complaint, LintRule } from './rule.ts';

type ObjectIn = TypeIn<ObjectTypeDefinitionNode>;

/** Entities are found by one key, and a reference to one says that it is only that. */
export const keys: LintRule = {
  code: 'KEY_SHAPE',
  holds:
    'an entity has `@key(fields: "id")` with `id: ID!`; what implements Node is an entity; a type with nothing but its key is `resolvable: false`',
  cure: 'Write `@key(fields: "id")`, or for a mere reference `@key(fields: "id", resolvable: false)`.',
  look: ({ types }) => types.filter(isObject).flatMap(checkKey),
};

const checkKey = (type: ObjectIn): Complaint[] => {
  const { subgraph, node } = type;
  const at = node.name;
  const has = keysOf(node);
  if (has.length === 0) {
    return implementsNode(node) ? [{ subgraph, at, message: `${at.value} implements Node, but is no entity` }] : [];
  }
  const found: Complaint[] = [];
  const id = fieldNamed(node, 'id');
  if (!has.includes('id')) found.push({ subgraph, at, message: `${at.value} has the key "${has[0]}", but not "id"` });
  if (id !== undefined && typeText(id.type) !== 'ID!') {
    found.push({ subgraph, at: id.name, message: `${at.value}.id is ${typeText(id.type)}, not ID!` });
  }
  const isMereReference = node.fields?.length === 1 && id !== undefined && !implementsNode(node);
  if (isMereReference && !isStub(node)) {
    found.push({ subgraph, at, message: `${at.value} has nothing but its key here, but says that it can be resolved` });
  }
  return found;
};

/** The fault of one subgraph must not empty the page. */
export const crossing: LintRule = {
  code: 'CROSSING_NOT_NULLABLE',
  holds:
    "a field that another subgraph answers may be null: one that leads to another subgraph's entity, and one that is added to it",
  cure: 'Make the field nullable, or for a list its items: `[Product]!`.',
  look: (graph) =>
    graph.types.flatMap((type) => (isObject(type) || isInterface(type) ? checkCrossing(graph, type as ObjectIn) : [])),
};

const checkCrossing = ({ owners }: GraphModel, { subgraph, node }: ObjectIn): Complaint[] => {
  const owner = owners.get(node.name.value);
  const isAdded = owner !== undefined && owner !== subgraph.name;
  return (node.fields ?? [])
    .filter(
      (field) =>
        !isKeyField(node, field.name.value) && directivesOf(field, 'external').length === 0 && !stopsNull(field.type),
    )
    .flatMap((field) => {
      const target = owners.get(namedTypeOf(field.type));
      const path = `${node.name.value}.${field.name.value}`;
      if (isAdded)
        return [
          { subgraph, at: field.name, message: `${path} is added to an entity of ${owner}, but may not be null` },
        ];
      if (target === undefined || target === subgraph.name) return [];
      return [{ subgraph, at: field.name, message: `${path} leads to ${target}, but may not be null` }];
    });
};

const isKeyField = (node: ObjectTypeDefinitionNode, name: string): boolean =>
  keysOf(node).some((key) => key.split(/[\s{}]+/).includes(name));

const innerIds =
  /^(uuid|.+Uuid|internalId|databaseId|dbId|rowId|legacyId|externalId|pk|.+Pk|providerId|providerReference)$/;

/** Ids are opaque, global and one per thing. */
export const ids: LintRule = {
  code: 'ID_LEAK',
  holds:
    'ids are of type ID; no id of a database or provider is shown; an entity leads to another by a field of its type, not by its id alone',
  cure: 'Show the entity itself (`product: Product`); keep ids of databases and providers inside.',
  look: (graph) => graph.types.flatMap((type) => (isObject(type) ? checkIds(graph, type) : [])),
};

const checkIds = ({ owners }: GraphModel, { subgraph, node }: ObjectIn): Complaint[] => {
  if (isRoot(node)) return [];
  const isEntity = owners.has(node.name.value);
  return (node.fields ?? []).flatMap((field) => {
    const at = field.name;
    const path = `${node.name.value}.${at.value}`;
    if (innerIds.test(at.value)) return [{ subgraph, at, message: `${path} shows an id that is not the graph's` }];
    if (!/^id$|.Ids?$/.test(at.value)) return [];
    if (namedTypeOf(field.type) !== 'ID')
      return [{ subgraph, at, message: `${path} is an id, but a ${namedTypeOf(field.type)}` }];
    const target = at.value.replace(/Ids?$/, '');
    const targetType = [...owners.keys()].find((name) => name.toLowerCase() === target.toLowerCase());
    const leadsThere = fieldNamed(node, target) !== undefined;
    if (!isEntity || targetType === undefined || leadsThere) return [];
    return [{ subgraph, at, message: `${path} gives the id of a ${targetType} instead of the ${targetType}` }];
  });
};

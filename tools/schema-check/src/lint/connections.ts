import type { FieldDefinitionNode, ObjectTypeDefinitionNode } from 'graphql';
import { fieldNamed, isInterface, isObject, namedTypeOf, type TypeIn, typeText } from './graph-model.ts';
import type { Complaint, LintRule } from './rule.ts';
import { says } from './said-above.ts';

/** Lists that grow are Relay connections, all of one shape. */
export const connections: LintRule = {
  code: 'CONNECTION_SHAPE',
  holds:
    'a ...Connection has edges, pageInfo and a nullable totalCount, its edges have a cursor and a node, and a field that returns one takes first, after, last and before, or says `# forward only: <why>` and takes the first two',
  cure: 'Take ProductConnection and its edge as the model (subgraphs/product/schema.graphql).',
  look: ({ types }) => {
    const objects = types.filter(isObject);
    return [
      ...objects.filter(({ node }) => node.name.value.endsWith('Connection')).flatMap(checkConnection),
      ...objects.filter(({ node }) => node.name.value.endsWith('Edge')).flatMap(checkEdge),
      ...types.flatMap((type) => (isObject(type) || isInterface(type) ? checkFields(type) : [])),
    ];
  },
};

type ObjectIn = TypeIn<ObjectTypeDefinitionNode>;

const checkConnection = (type: ObjectIn): Complaint[] => {
  const edge = type.node.name.value.replace(/Connection$/, 'Edge');
  return [
    ...mustHave(type, 'edges', `[${edge}!]!`),
    ...mustHave(type, 'pageInfo', 'PageInfo!'),
    ...mayHave(type, 'totalCount', 'Int'),
  ];
};

const checkEdge = (type: ObjectIn): Complaint[] => {
  const node = fieldNamed(type.node, 'node');
  const missing = node === undefined ? [complaint(type, 'has no node')] : [];
  return [...missing, ...mustHave(type, 'cursor', 'String!')];
};

const mustHave = (type: ObjectIn, name: string, expected: string): Complaint[] =>
  fieldNamed(type.node, name) === undefined
    ? [complaint(type, `has no ${name}: ${expected}`)]
    : mayHave(type, name, expected);

const mayHave = (type: ObjectIn, name: string, expected: string): Complaint[] => {
  const field = fieldNamed(type.node, name);
  if (field === undefined || typeText(field.type) === expected) return [];
  return [{ ...complaint(type, `has ${name}: ${typeText(field.type)}, not ${expected}`), at: field.name }];
};

const complaint = ({ subgraph, node }: ObjectIn, message: string): Complaint => ({
  subgraph,
  at: node.name,
  message: `${node.name.value} ${message}`,
});

const forwards = { first: 'Int', after: 'String' };
const bothWays = { ...forwards, last: 'Int', before: 'String' };

const checkFields = ({ subgraph, node }: TypeIn & { node: { fields?: readonly FieldDefinitionNode[] } }): Complaint[] =>
  (node.fields ?? [])
    .filter(({ type }) => namedTypeOf(type).endsWith('Connection'))
    .flatMap((field) => {
      const paging: Record<string, string> = says(field, 'forward only') ? forwards : bothWays;
      const wrong = Object.entries(paging).filter(([name, type]) => {
        const argument = field.arguments?.find((each) => each.name.value === name);
        return argument === undefined || typeText(argument.type) !== type;
      });
      if (wrong.length === 0) return [];
      const missing = wrong.map(([name, type]) => `${name}: ${type}`).join(', ');
      return [{ subgraph, at: field.name, message: `${node.name.value}.${field.name.value} takes no ${missing}` }];
    });

import type { GraphQLDataSource } from '@apollo/gateway';
import { idPrefixOf } from '@cartograph/ids';
import { buildSchema, GraphQLError, type GraphQLSchema, graphql } from 'graphql';
import type { GatewayContext } from '../gateway-context.ts';
import type { SubgraphOperation } from '../subgraphs/ask-subgraph.ts';
import type { SubgraphAnswer } from '../subgraphs/subgraph-answer.ts';
import type { SubgraphDirectory } from '../subgraphs/subgraph-directory.ts';
import { createNodeExistence } from './node-existence.ts';
import type { NodeOwner } from './node-owners.ts';

const maxIds = 100;

type Stub = { __typename: string; id: string };

export type NodeSubgraph = {
  readonly readOwners: (owners: ReadonlyMap<string, NodeOwner>) => void;
  readonly answer: (operation: SubgraphOperation, context: GatewayContext) => Promise<SubgraphAnswer>;
  /** The same for Apollo's executor. */
  readonly dataSource: GraphQLDataSource;
};

/**
 * The one subgraph that lives in the gateway: it answers Relay's `node(id:)` and `nodes(ids:)` with a stub of the type the
 * id's prefix tells, and only when the type's owner says that it exists for this viewer. The owner then resolves the
 * fields. `readOwners` must be given those of every supergraph that is loaded.
 */
export const createNodeSubgraph = (subgraphs: SubgraphDirectory): NodeSubgraph => {
  let owners: ReadonlyMap<string, NodeOwner> = new Map();
  let schema: GraphQLSchema | undefined;
  const answer: NodeSubgraph['answer'] = async ({ query, variables, operationName }, context) => {
    if (!schema) throw new Error('the supergraph has no types that implement Node');
    const find = createFinder(owners, createNodeExistence(subgraphs, context));
    const result = await graphql({
      schema,
      source: query,
      rootValue: {
        node: ({ id }: { id: string }) => find(id),
        nodes: ({ ids }: { ids: string[] }) => findAll(ids, find),
      },
      ...(variables && { variableValues: variables }),
      ...(operationName !== undefined && { operationName }),
    });
    return {
      data: result.data ?? null,
      ...(result.errors && { errors: result.errors.map((error) => error.toJSON()) }),
    };
  };
  return {
    readOwners: (ofSupergraph) => {
      owners = ofSupergraph;
      schema = owners.size > 0 ? buildSchema(nodeSdl(owners)) : undefined;
    },
    answer,
    dataSource: {
      async process({ request: { query = '', variables, operationName }, context }) {
        return { ...(await answer({ query, variables, operationName }, context as GatewayContext)) };
      },
    },
  };
};

type Find = (id: string) => Promise<Stub | null>;

const createFinder =
  (owners: ReadonlyMap<string, NodeOwner>, exists: ReturnType<typeof createNodeExistence>): Find =>
  async (id) => {
    const owner = owners.get(idPrefixOf(id) ?? '');
    if (!owner || !(await exists(owner, id))) return null;
    return { __typename: owner.typeName, id };
  };

/** Not `Promise.all`: one owner that cannot be reached leaves the others' things where they are. */
const findAll = (ids: string[], find: Find): Promise<Stub | null>[] => {
  if (ids.length > maxIds) {
    throw new GraphQLError(`At most ${maxIds} ids can be asked for at once.`, {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  }
  return ids.map(find);
};

const nodeSdl = (owners: ReadonlyMap<string, NodeOwner>): string =>
  [
    'interface Node { id: ID! }',
    'type Query { node(id: ID!): Node  nodes(ids: [ID!]!): [Node]! }',
    ...[...owners.values()].map(({ typeName }) => `type ${typeName} implements Node { id: ID! }`),
  ].join('\n');

import DataLoader from 'dataloader';
import { GraphQLError } from 'graphql';
import type { GatewayContext } from '../gateway-context.ts';
import type { SubgraphAnswer } from '../subgraphs/subgraph-answer.ts';
import type { SubgraphDirectory } from '../subgraphs/subgraph-directory.ts';
import type { NodeOwner } from './node-owners.ts';

/** Whether a thing exists that this viewer may see. To whom it is hidden it is as if it did not exist. */
export type NodeExistence = (owner: NodeOwner, id: string) => Promise<boolean>;

/** Asks each owner once per type for all ids of one operation. */
export const createNodeExistence = (subgraphs: SubgraphDirectory, context: GatewayContext): NodeExistence => {
  const loaders = new Map<string, DataLoader<string, boolean>>();
  const loaderOf = ({ typeName, subgraph }: NodeOwner) => {
    const known = loaders.get(typeName);
    if (known) return known;
    const loader = new DataLoader<string, boolean>(async (ids) => {
      const query = `query NodeExists($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${typeName} { id } } }`;
      const representations = ids.map((id) => ({ __typename: typeName, id }));
      const answer = await subgraphs.ask(subgraph)({ query, variables: { representations } }, context);
      return readExistence(answer, ids.length);
    });
    loaders.set(typeName, loader);
    return loader;
  };
  return (owner, id) => loaderOf(owner).load(id);
};

const refusals = new Set<unknown>(['FORBIDDEN', 'UNAUTHENTICATED']);

/** One answer per id, in order; a refusal is an absence, any other fault of one id is that id's alone. */
export const readExistence = ({ data, errors = [] }: SubgraphAnswer, count: number): (boolean | Error)[] => {
  const entities: unknown[] = Array.isArray(data?.['_entities']) ? data['_entities'] : [];
  const faults = errors.filter((error) => !refusals.has(error.extensions?.['code']));
  return Array.from({ length: count }, (_, index) => {
    if (entities[index]) return true;
    const fault = faults.find(({ path }) => path === undefined || path.length < 2 || path[1] === index);
    return fault ? new GraphQLError(fault.message, { extensions: fault.extensions ?? {} }) : false;
  });
};

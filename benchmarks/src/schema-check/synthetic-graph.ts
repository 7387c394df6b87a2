import { createHash } from 'node:crypto';

export interface GraphSize {
  subgraphs: number;
  /** Types of each subgraph; half of them are entities. */
  typesEach: number;
  /** Clients, and the operations of each. */
  clients: number;
  operationsEach: number;
}

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@shareable", "@tag"])';

const money = `"An amount of money."
type Money @shareable {
  "Integer minor units."
  amountMinor: String!
  "The currency."
  currency: String!
}`;

/**
 * The files of a graph of any size, in the folders of the workspace: entities that lead to others of their subgraph and of
 * the next, values beside them, and clients that ask across subgraphs. `change` is what a pull request does to one of them.
 */
export const syntheticGraph = (
  size: GraphSize,
  change: (sdl: string) => string = (sdl) => sdl,
): Map<string, string> => {
  const numbers = Array.from({ length: size.subgraphs }, (_, index) => index);
  const subgraphs = numbers.map((index): [string, string] => {
    const sdl = subgraphSdl(index, size);
    return [`subgraphs/s${index}/schema.graphql`, index === 0 ? change(sdl) : sdl];
  });
  const clients = Array.from({ length: size.clients }, (_, client): [string, string] => [
    `packages/client-examples/client${client}/persisted-operations.json`,
    manifest(client, size),
  ]);
  return new Map([...subgraphs, ...clients]);
};

const subgraphSdl = (index: number, { subgraphs, typesEach }: GraphSize): string => {
  const entities = Math.floor(typesEach / 2);
  const next = (index + 1) % subgraphs;
  const numbers = Array.from({ length: entities }, (_, number) => number);
  return [
    link,
    money,
    ...numbers.map((number) => entity({ index, number, next, entities })),
    ...numbers.map((number) => value(index, number)),
    ...numbers.map(
      (number) => `type T${next}x${number} @key(fields: "id", resolvable: false) {\n  "Its id."\n  id: ID!\n}`,
    ),
    `type Query {\n${numbers
      .slice(0, 5)
      .map((number) => `  "One by its id."\n  s${index}t${number}("Its id." id: ID!): T${index}x${number}`)
      .join('\n')}\n}`,
  ].join('\n\n');
};

const entity = ({ index, number, next, entities }: { index: number; number: number; next: number; entities: number }) =>
  `"An entity."
type T${index}x${number} @key(fields: "id") {
  "Its id."
  id: ID!
  "Its title."
  title: String
  "A sentence about it."
  summary: String
  "What it costs."
  price: Money
  "What only staff sees."
  remark: String @tag(name: "admin")
  "The one after it."
  following: T${index}x${(number + 1) % entities}
  "The one in another subgraph."
  elsewhere: T${next}x${number}
  "More of it."
  details: T${index}x${number}Details
}`;

const value = (index: number, number: number) =>
  `"More of an entity."
type T${index}x${number}Details {
  "How many."
  count: Int
  "What it says."
  text: String
}`;

const manifest = (client: number, { subgraphs, operationsEach }: GraphSize): string => {
  const operations = Array.from({ length: operationsEach }, (_, number) => {
    const root = (client * operationsEach + number) % subgraphs;
    const name = `Operation${client}x${number}`;
    const body = `query ${name}($id: ID!) { s${root}t${number % 5}(id: $id) { title price { amountMinor } following { title } elsewhere { title elsewhere { summary details { count } } } } }`;
    return { id: createHash('sha256').update(body).digest('hex'), name, type: 'query', body };
  });
  return JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations });
};

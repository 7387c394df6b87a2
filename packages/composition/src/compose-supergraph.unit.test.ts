import { describe, expect, it } from 'vitest';
import { composeSupergraph } from './index.ts';

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@shareable"])';

const product = {
  name: 'product',
  sdl: `${link}
    interface Node { id: ID! }
    type Product implements Node @key(fields: "id") { id: ID! title: String! }
    type Query { product(id: ID!): Product }`,
};
const order = {
  name: 'order',
  sdl: `${link}
    interface Node { id: ID! }
    type Order implements Node @key(fields: "id") { id: ID! product: Product }
    type Product @key(fields: "id", resolvable: false) { id: ID! }
    type Query { order(id: ID!): Order }`,
};

const composed = (...sources: Parameters<typeof composeSupergraph>[0]): string => {
  const result = composeSupergraph(sources);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.supergraphSdl;
};

const refused = (...sources: Parameters<typeof composeSupergraph>[0]) => {
  const result = composeSupergraph(sources);
  if (result.ok) throw new Error('composed although it should not');
  return result.errors;
};

describe('composing the supergraph', () => {
  it('reaches every type that implements Node through one in-process subgraph', () => {
    const sdl = composed(product, order);
    expect(sdl).toContain('NODE @join__graph(name: "node", url: "http://node.subgraph.local/graphql")');
    expect(sdl).toMatch(/node\(\s*"""The object's id."""\s*id: ID!\s*\): Node @join__field\(graph: NODE\)/);
    expect(sdl).toMatch(/type Order implements Node[^{]*@join__type\(graph: NODE, key: "id", resolvable: false\)/);
    expect(sdl).toMatch(/type Product implements Node[^{]*@join__implements\(graph: NODE, interface: "Node"\)/);
  });

  it('knows no address of a subgraph', () => {
    const urls = composed(product, order).match(/http:[^"]*graphql/g) ?? [];
    expect(urls.toSorted()).toEqual([
      'http://node.subgraph.local/graphql',
      'http://order.subgraph.local/graphql',
      'http://product.subgraph.local/graphql',
    ]);
  });

  it('does not depend on the order in which the subgraphs are given', () => {
    expect(composed(order, product)).toBe(composed(product, order));
  });

  it('leaves the node subgraph out while nothing implements Node', () => {
    const sdl = composed({ name: 'tiny', sdl: `${link} type Query { a: Int }` });
    expect(sdl).not.toContain('node.subgraph.local');
  });

  it('names the code and the place when two subgraphs disagree', () => {
    const other = { name: 'other', sdl: `${link}\ntype Product @key(fields: "id") { id: ID! title: Int! }` };
    const codes = refused(product, order, other);
    expect(codes.map(({ code }) => code)).toContain('FIELD_TYPE_MISMATCH');
    expect(codes.flatMap(({ locations }) => locations).join()).toMatch(/other:2:\d+/);
  });

  it('names the subgraph, line and column of a syntax error', () => {
    expect(refused(product, { name: 'broken', sdl: 'type Query {\n  a: \n}' })).toEqual([
      { code: 'INVALID_GRAPHQL', message: expect.stringContaining('[broken] Syntax Error'), locations: ['broken:3:1'] },
    ]);
  });
});

import { composeSupergraph } from '@cartograph/composition';
import { describe, expect, it } from 'vitest';
import { idPrefixOfType, nodeOwners } from './node-owners.ts';

const federation =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key"]) interface Node { id: ID! }';
const composed = (sdl: Record<string, string>) => {
  const result = composeSupergraph(Object.entries(sdl).map(([name, text]) => ({ name, sdl: federation + text })));
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.supergraphSdl;
};

describe('the owners of nodes', () => {
  it('are the subgraphs that resolve a type by its id, not those that refer to it or add a field to it', () => {
    const supergraph = composed({
      order:
        'type Query { a: Int } type Order implements Node @key(fields: "id") { id: ID! total: Int status: String } type User @key(fields: "id") { id: ID! orders: Int }',
      payment:
        'type Payment implements Node @key(fields: "id") { id: ID! } type Order implements Node @key(fields: "id") { id: ID! payment: Payment }',
      user: 'type User implements Node @key(fields: "id") { id: ID! name: String } type Payment @key(fields: "id", resolvable: false) { id: ID! }',
    });
    expect(Object.fromEntries(nodeOwners(supergraph))).toEqual({
      order: { typeName: 'Order', subgraph: 'order' },
      payment: { typeName: 'Payment', subgraph: 'payment' },
      user: { typeName: 'User', subgraph: 'user' },
    });
  });

  it('are none in a supergraph without nodes', () => {
    expect(nodeOwners('type Query { a: Int }').size).toBe(0);
  });

  it('are found by the prefixes that ids really carry', () => {
    expect(['Product', 'ProductVariant', 'OrderLine', 'CartLine'].map(idPrefixOfType)).toEqual([
      'product',
      'variant',
      'line',
      'cartline',
    ]);
  });
});

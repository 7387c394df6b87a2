import { anonymous, type Viewer } from '@cartograph/viewer';
import { buildSchema, execute, type GraphQLSchema, type OperationDefinitionNode, parse } from 'graphql';
import { beforeEach, describe, expect, it } from 'vitest';
import { guardGateway } from './guard-gateway.ts';
import { readAccess } from './read-access.ts';

const sdl = `
  schema @link(url: "https://specs.apollo.dev/authenticated/v0.1", for: SECURITY) { query: Query mutation: Mutation }
  directive @link(url: String, for: Purpose) repeatable on SCHEMA
  enum Purpose { SECURITY }
  directive @authenticated on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM
  directive @requiresScopes(scopes: [[requiresScopes__Scope!]!]!) on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM
  directive @admits on FIELD_DEFINITION
  scalar requiresScopes__Scope
  scalar Secret @requiresScopes(scopes: [["audit:read"]])
  interface Node @authenticated { id: ID! }
  type Product implements Node {
    id: ID! title: String! stock: Stock strictStock: Stock!
    cost: Int @requiresScopes(scopes: [["product:read:any"], ["order:read:any", "payment:read:any"]])
  }
  type Stock { available: Int! onHand: Int! @requiresScopes(scopes: [["product:read:any"]]) }
  type Order implements Node @authenticated { id: ID! total: Int! customer: User note: Secret }
  type User @authenticated { id: ID! email: String }
  union Hit = Product | Order
  type Query {
    product: Product! products: [Product!]! order: Order me: User @admits node(id: ID!): Node nodes: [Node]! hits: [Hit!]
  }
  type Created { order: Order @admits }
  type Mutation { create: Created! cancel: Created @requiresScopes(scopes: [["order:write:any"]]) }
`;

const stock = { available: 3, onHand: 5 };
const chair = { __typename: 'Product', id: 'product_1', title: 'Chair', cost: 7, stock, strictStock: stock };
const order = {
  __typename: 'Order',
  id: 'order_1',
  total: 9,
  note: 'fragile',
  customer: { id: 'user_1', email: 'ada@example.com' },
};
const asked: string[] = [];
const root = {
  product: chair,
  products: [chair, { ...chair, id: 'product_2', stock: null }],
  order: () => asked.push('order') && order,
  me: order.customer,
  node: ({ id }: { id: string }) => (id === 'order_1' ? order : chair),
  nodes: [chair, order, null],
  hits: [order, chair],
  create: () => asked.push('create') && { order },
  cancel: () => asked.push('cancel') && { order },
};

const signedIn: Viewer = { ...anonymous, userId: 'user_1' };
const guest: Viewer = { ...anonymous, grants: ['order_1'] };
const withScopes = (...scopes: string[]): Viewer => ({ ...signedIn, scopes });

/** Executes by graphql-js, behind the guard, what stands open in every resolver. */
const startGuarded = async () => {
  const { executableSdl, rules } = readAccess(sdl);
  const schema = buildSchema(executableSdl);
  const hashes: string[] = [];
  const guarded = guardGateway(
    {
      onSchemaLoadOrUpdate: (callback) => {
        callback({ apiSchema: schema, coreSupergraphSdl: executableSdl });
        return () => undefined;
      },
      stop: async () => undefined,
      load: async () => ({
        executor: async ({ document, queryHash }) => {
          hashes.push(queryHash);
          return execute({ schema, document, rootValue: root });
        },
      }),
    },
    () => rules,
  );
  const { executor } = await guarded.load({ apollo: {} });
  const documents = new Map<string, ReturnType<typeof parse>>();
  const ask = async (viewer: Viewer, query: string, withSchema: GraphQLSchema = schema) => {
    const document = documents.get(query) ?? parse(query);
    documents.set(query, document);
    const operation = document.definitions.find(
      ({ kind }) => kind === 'OperationDefinition',
    ) as OperationDefinitionNode;
    const request = { document, operation, schema: withSchema, queryHash: 'hash', context: { viewer } };
    const { data, errors = [] } = (await executor?.(request as never)) ?? {};
    const plain: unknown = JSON.parse(JSON.stringify(data));
    return { data: plain, errors: errors.map(({ path, extensions }) => [path?.join('.'), extensions['code']]) };
  };
  return { ask, hashes };
};

describe('the access rules of the supergraph', () => {
  let guarded: Awaited<ReturnType<typeof startGuarded>>;
  beforeEach(async () => {
    asked.length = 0;
    guarded = await startGuarded();
  });

  it('withhold a protected type from nobody in particular, and ask no subgraph for it', async () => {
    const { data, errors } = await guarded.ask(anonymous, '{ product { title } order { total customer { email } } }');
    expect(data).toEqual({ product: { title: 'Chair' }, order: null });
    expect(errors).toEqual([['order', 'UNAUTHENTICATED']]);
    expect(asked).toEqual([]);
  });

  it('let somebody through: the signed-in, a guest with a token', async () => {
    for (const viewer of [signedIn, guest]) {
      expect(await guarded.ask(viewer, '{ order { total customer { email } } }')).toEqual({
        data: { order: { total: 9, customer: { email: 'ada@example.com' } } },
        errors: [],
      });
    }
  });

  it('say FORBIDDEN to somebody without the scope, at each place', async () => {
    const { data, errors } = await guarded.ask(signedIn, '{ products { id price: cost } }');
    expect(data).toEqual({
      products: [
        { id: 'product_1', price: null },
        { id: 'product_2', price: null },
      ],
    });
    expect(errors).toEqual([
      ['products.0.price', 'FORBIDDEN'],
      ['products.1.price', 'FORBIDDEN'],
    ]);
  });

  it.each([
    [['product:read:any'], 7],
    [['order:read:any', 'payment:read:any'], 7],
    [['order:read:any'], null],
    [['product:write'], null],
  ])('with the scopes %j show a cost of %j: one of the sets, whole', async (scopes, cost) => {
    expect((await guarded.ask(withScopes(...scopes), '{ product { cost } }')).data).toEqual({ product: { cost } });
  });

  it('let a null rise to the next field that may be null, and no further', async () => {
    const soft = await guarded.ask(signedIn, '{ product { title stock { onHand } } }');
    expect(soft).toEqual({
      data: { product: { title: 'Chair', stock: null } },
      errors: [['product.stock.onHand', 'FORBIDDEN']],
    });
    const hard = await guarded.ask(signedIn, '{ order { id } product { strictStock { onHand } } }');
    expect(hard).toEqual({ data: null, errors: [['product.strictStock.onHand', 'FORBIDDEN']] });
    const list = await guarded.ask(signedIn, '{ products { strictStock { onHand } } }');
    expect(list.data).toBeNull();
  });

  it('judge what stands behind an interface or a union by what it turns out to be', async () => {
    const one = await guarded.ask(anonymous, '{ node(id: "order_1") { id } other: node(id: "product_1") { id } }');
    expect(one).toEqual({ data: { node: null, other: { id: 'product_1' } }, errors: [['node', 'UNAUTHENTICATED']] });
    const many = await guarded.ask(
      anonymous,
      '{ nodes { __typename ... on Order { total } ... on Product { title } } }',
    );
    expect(many.data).toEqual({ nodes: [{ __typename: 'Product', title: 'Chair' }, null, null] });
    expect(many.errors).toEqual([['nodes.1', 'UNAUTHENTICATED']]);
    const union = await guarded.ask(anonymous, '{ hits { ... on Order { total } ... on Product { title } } }');
    expect(union.data).toEqual({ hits: null });
  });

  it('reach through fragments, spread where they may be and nested', async () => {
    const query = `query { product { ...A } nodes { ...N } }
      fragment A on Product { ...B ... on Product { again: cost } }
      fragment B on Product { title cost }
      fragment N on Node { id ... on Order { customer { ...U } } ...A }
      fragment U on User { email }`;
    const { data, errors } = await guarded.ask(anonymous, query);
    expect(data).toEqual({
      product: { title: 'Chair', cost: null, again: null },
      nodes: [{ id: 'product_1', title: 'Chair', cost: null, again: null }, null, null],
    });
    expect(errors.map(([path]) => path)).toEqual([
      'product.cost',
      'product.again',
      'nodes.0.cost',
      'nodes.0.again',
      'nodes.1',
    ]);
    expect((await guarded.ask(withScopes('product:read:any'), query)).errors).toEqual([]);
  });

  it('show what a field admits, and nothing behind it', async () => {
    const { data, errors } = await guarded.ask(anonymous, 'mutation { create { order { id customer { email } } } }');
    expect(data).toEqual({ create: { order: { id: 'order_1', customer: null } } });
    expect(errors).toEqual([['create.order.customer', 'UNAUTHENTICATED']]);
    expect((await guarded.ask(anonymous, '{ me { email } }')).data).toEqual({ me: { email: 'ada@example.com' } });
  });

  it('keep a mutation from running, and let its neighbours run', async () => {
    const { data, errors } = await guarded.ask(
      signedIn,
      'mutation { cancel { order { id } } create { order { id } } }',
    );
    expect(data).toEqual({ cancel: null, create: { order: { id: 'order_1' } } });
    expect(errors).toEqual([['cancel', 'FORBIDDEN']]);
    expect(asked).toEqual(['create']);
  });

  it('protect a scalar wherever it stands', async () => {
    expect((await guarded.ask(signedIn, '{ order { note } }')).data).toEqual({ order: { note: null } });
    expect((await guarded.ask(withScopes('audit:read'), '{ order { note } }')).data).toEqual({
      order: { note: 'fragile' },
    });
  });

  it('cannot be fooled by names of the client like ours, nor by a second selection of the same field', async () => {
    const query =
      '{ withheld_0: product { id } order { withheld_type: total } twice: order { id } twice: order { total } }';
    const { data, errors } = await guarded.ask(anonymous, query);
    expect(data).toEqual({ withheld_0: { id: 'product_1' }, order: null, twice: null });
    expect(errors).toEqual([
      ['order', 'UNAUTHENTICATED'],
      ['twice', 'UNAUTHENTICATED'],
    ]);
  });

  it('leave out what @skip leaves out', async () => {
    const { data, errors } = await guarded.ask(anonymous, '{ product { id } order @skip(if: true) { id } }');
    expect({ data, errors }).toEqual({ data: { product: { id: 'product_1' } }, errors: [] });
  });

  it('give what differs by viewer another hash, so that no query plan is shared', async () => {
    const query = '{ product { cost } }';
    for (const viewer of [signedIn, withScopes('product:read:any'), guest]) await guarded.ask(viewer, query);
    expect(guarded.hashes[1]).toBe('hash');
    expect(guarded.hashes[0]).toMatch(/^hash without /);
    expect(guarded.hashes[2]).toBe(guarded.hashes[0]);
  });

  it('let nothing through by a schema whose rules were never read', async () => {
    const other = buildSchema('type Query { product: String }');
    await expect(guarded.ask(signedIn, '{ product }', other)).rejects.toThrow(/not known/);
  });
});

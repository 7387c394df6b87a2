import type { Viewer } from '@cartograph/viewer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations } from './support/operations.ts';
import { shopOf } from './support/shop.ts';
import { aViewer, type OrderGraph, startOrderGraph } from './support/start-order-graph.ts';

let graph: OrderGraph;
let shop: ReturnType<typeof shopOf>;
const buyer = aViewer();

beforeAll(async () => {
  graph = await startOrderGraph();
  shop = shopOf(graph);
});
afterAll(() => graph.stop());

const countedAsk = async (viewer: Viewer, query: string, variables: Record<string, unknown>) => {
  graph.statements.length = 0;
  const { data, errors } = await graph.ask(viewer, query, variables);
  expect(errors).toBeUndefined();
  return { data, statements: [...graph.statements] };
};

const cartOf = async (lines: number) => {
  const variantIds = await shop.publish(...Array.from({ length: lines }, (_, index) => ({ sku: `SKU-${index}` })));
  return (await shop.aCart(buyer, variantIds)).cart;
};

describe('the number of SQL statements', () => {
  it.each([1, 10, 100])('of the order query is 3 for %i lines: the order, its lines, its timeline', async (lines) => {
    const { order } = await shop.checkout(buyer, shop.checkoutInput(await cartOf(lines)));

    const { data, statements } = await countedAsk(buyer, operations.order, { id: order.id });

    expect(data.order.lines).toHaveLength(lines);
    expect(statements).toHaveLength(3);
  });

  it.each([1, 10, 100])('of the cart query is 2 for %i lines: the cart, its lines with their prices', async (lines) => {
    const { id } = await cartOf(lines);

    const { data, statements } = await countedAsk(buyer, operations.cart, { id });

    expect(data.cart.lines).toHaveLength(lines);
    expect(statements).toHaveLength(2);
  });

  it.each([1, 10, 50])('of %i orders by _entities with lines and timeline is 3', async (count) => {
    const placed = await Promise.all(Array.from({ length: count }, () => shop.anOrder(buyer)));
    const query = `query ($representations: [_Any!]!) {
      _entities(representations: $representations) { ... on Order { id lines { id } timeline { type } } }
    }`;
    const representations = placed.map(({ order }) => ({ __typename: 'Order', id: order.id }));

    const { data, statements } = await countedAsk(buyer, query, { representations });

    expect(data._entities.map(({ id }: { id: string }) => id)).toEqual(placed.map(({ order }) => order.id));
    expect(statements).toHaveLength(3);
  });

  it.each([1, 10, 100])('of a checkout is 7 for %i lines: BEGIN and COMMIT go out with others', async (lines) => {
    const input = shop.checkoutInput(await cartOf(lines));

    const { statements } = await countedAsk(buyer, operations.checkout, { input });

    expect(statements).toHaveLength(7);
  });
});

import { type Id, uuidOfId } from '@cartograph/ids';
import type { Viewer } from '@cartograph/viewer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shopOf } from './support/shop.ts';
import { aViewer, type OrderGraph, startOrderGraph } from './support/start-order-graph.ts';

let graph: OrderGraph;
const buyer = aViewer();
let newestFirst: string[];

beforeAll(async () => {
  graph = await startOrderGraph();
  const shop = shopOf(graph);
  const placed: Id<'order'>[] = [];
  for (let turn = 0; turn < 7; turn += 1) placed.push((await shop.anOrder(buyer)).order.id);
  await shop.anOrder(aViewer());
  // The newest three at the very same instant: their ids decide.
  await graph.pool.query(
    'UPDATE orders SET placed_at = (SELECT max(placed_at) FROM orders) WHERE id = ANY($1::uuid[])',
    [placed.slice(-3).map(uuidOfId)],
  );
  newestFirst = placed.toReversed();
});
afterAll(() => graph.stop());

const query = `query ($representations: [_Any!]!, $first: Int, $after: String, $last: Int, $before: String) {
  _entities(representations: $representations) {
    ... on User {
      orders(first: $first, after: $after, last: $last, before: $before) {
        edges { cursor node { id } } nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount
      }
    }
  }
}`;

const ask = (viewer: Viewer, page: Record<string, unknown>) =>
  graph.ask(viewer, query, { representations: [{ __typename: 'User', id: viewer.userId }], ...page });

const pageOf = async (page: Record<string, unknown>) => {
  const { data } = await ask(buyer, page);
  const { nodes, ...rest } = data._entities[0].orders;
  return { ...rest, ids: nodes.map(({ id }: { id: string }) => id) };
};

describe("a user's orders", () => {
  it('come newest first, and only theirs', async () => {
    const page = await pageOf({});
    expect(page.ids).toEqual(newestFirst);
    expect(page).toMatchObject({ totalCount: 7, pageInfo: { hasNextPage: false, hasPreviousPage: false } });
  });

  it('are walked forwards without a gap or a repetition', async () => {
    const walked: string[] = [];
    let after: string | null = null;
    for (let hasNext = true; hasNext; ) {
      const { ids, pageInfo }: { ids: string[]; pageInfo: { hasNextPage: boolean; endCursor: string } } = await pageOf({
        first: 2,
        after,
      });
      walked.push(...ids);
      after = pageInfo.endCursor;
      hasNext = pageInfo.hasNextPage;
    }
    expect(walked).toEqual(newestFirst);
  });

  it('are walked backwards as well', async () => {
    const end = await pageOf({ last: 3 });
    expect(end.ids).toEqual(newestFirst.slice(-3));
    expect(end.pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: false });
    const middle = await pageOf({ last: 3, before: end.pageInfo.startCursor });
    expect(middle.ids).toEqual(newestFirst.slice(1, 4));
    expect(middle.pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: true });
  });

  it('are capped at 100 a page, and a page of none is empty', async () => {
    expect((await pageOf({ first: 1_000_000 })).ids).toHaveLength(7);
    expect(await pageOf({ first: 0 })).toMatchObject({ ids: [], pageInfo: { hasNextPage: true, startCursor: null } });
  });

  it.each([[{ first: -1 }], [{ first: 1, last: 1 }], [{ after: 'nonsense' }]])('refuse %o', async (page) => {
    const { data, errors } = await ask(buyer, page);
    expect(data._entities).toEqual([{ orders: null }]);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('are counted only when that is asked for', async () => {
    graph.statements.length = 0;
    const bare = query.replace('totalCount', '');
    await graph.ask(buyer, bare, { representations: [{ __typename: 'User', id: buyer.userId }], first: 2 });
    expect(graph.statements).toHaveLength(1);
    graph.statements.length = 0;
    await pageOf({ first: 2 });
    expect(graph.statements).toHaveLength(2);
  });
});

import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type Behave,
  closeWhatIsOpen,
  draining,
  faulty,
  hang,
  page,
  reset,
  startServer,
  subgraphAt,
  well,
} from './support/moody-subgraph.ts';

afterEach(closeWhatIsOpen);

describe('a subgraph with several addresses', () => {
  it('loses the one that fails, and nobody notices', async () => {
    const [bad, good] = [await startServer(reset), await startServer(well)];
    const subgraph = subgraphAt([bad.url, good.url]);
    expect(new Set(await subgraph.askOften(60))).toEqual(new Set([200]));
    expect(bad.asked).toBe(5);
    expect(good.asked).toBe(60);
    expect(new Set(await subgraph.askOften(10, { isMutation: true }))).toEqual(new Set([200]));
  });

  it.each([
    ['a page', page],
    ['nothing', (response: ServerResponse) => response.end()],
    ['garbage', (response: ServerResponse) => response.end('{"data":{"produ')],
    ['JSON that is no answer', (response: ServerResponse) => response.end('{"ok":true}')],
    ['that there is nothing', (response: ServerResponse) => response.writeHead(404).end('<html>no such page</html>')],
  ])('loses the one that answers %s, and nobody notices', async (_what, behave) => {
    const [bad, good] = [await startServer(behave), await startServer(well)];
    const subgraph = subgraphAt([bad.url, good.url]);
    expect(new Set(await subgraph.askOften(20))).toEqual(new Set([200]));
    expect([bad.asked, good.asked]).toEqual([5, 20]);
    expect(subgraph.changes()).toEqual(['ejected']);
  });

  it.each([
    ['an error of GraphQL, whatever its status', faulty],
    [
      'a proxy’s refusal of this one request',
      (response: ServerResponse) => response.writeHead(413).end('<html>too large</html>'),
    ],
  ])('loses none for %s', async (_what, behave) => {
    const servers = [await startServer(behave), await startServer(behave)];
    const subgraph = subgraphAt(servers.map(({ url }) => url));
    await subgraph.askOften(40);
    expect(servers.map(({ asked }) => asked)).toEqual([20, 20]);
    expect(subgraph.changes()).toEqual([]);
  });

  it('never gets a mutation again that something else than GraphQL has answered', async () => {
    const [bad, good] = [await startServer(page), await startServer(well)];
    const subgraph = subgraphAt([good.url, bad.url]);
    expect(await subgraph.ask({ isMutation: true })).toBe('NoGraphqlAnswer');
    expect(good.asked).toBe(0);
  });

  it('answers a query by another address when one hangs, long before its time is over', async () => {
    const [hanging, good] = [await startServer(hang), await startServer(well)];
    const subgraph = subgraphAt([hanging.url, good.url], { timeoutMs: 20_000, patiencePercent: 1, breakerCalls: 4 });
    expect(new Set(await subgraph.askOften(8))).toEqual(new Set([200]));
    // Two of four calls were enough: it is blamed for what another one answered.
    expect(hanging.asked).toBeLessThanOrEqual(3);
    expect(subgraph.changes()).toEqual(['ejected']);
  });

  it('still hears the one that was slow when it answers first, and blames nobody', async () => {
    const late: Behave = (response) => void setTimeout(() => well(response), 120);
    const [hanging, slow] = [await startServer(hang), await startServer(late)];
    // One failure would be enough. The slow one is the first to be asked.
    const subgraph = subgraphAt([hanging.url, slow.url], { timeoutMs: 4_000, patiencePercent: 1, breakerCalls: 4 });
    expect(await subgraph.ask()).toBe(200);
    expect([slow.asked, hanging.asked]).toEqual([1, 1]);
    expect(subgraph.changes()).toEqual([]);
  });

  it('gets a slow query at one address only when the budget of retries is empty', async () => {
    const late: Behave = (response) => void setTimeout(() => well(response), 200);
    const servers = [await startServer(late), await startServer(late)];
    const subgraph = subgraphAt(
      servers.map(({ url }) => url),
      { timeoutMs: 4_000, patiencePercent: 1 },
    );
    const ends = await Promise.all(Array.from({ length: 60 }, () => subgraph.ask()));
    expect(new Set(ends)).toEqual(new Set([200]));
    // Sixty, and at most the ten that were saved and six for sixty.
    const asked = servers.reduce((sum, server) => sum + server.asked, 0);
    expect(asked).toBeGreaterThan(60);
    expect(asked).toBeLessThanOrEqual(76);
  });

  it.each([
    ['drains', draining, {}],
    ['drains, and what is asked changes something', draining, { isMutation: true }],
    ['is gone', null, {}],
  ])('costs no retry when one of them %s', async (_what, behave, asking) => {
    const good = await startServer(well);
    const bad = behave ? await startServer(behave) : null;
    const subgraph = subgraphAt([bad?.url ?? 'http://127.0.0.1:9', good.url], { retryPercent: 1 });
    // Far more than the budget has, all at once: who comes while nobody knows yet must not pay for it.
    const ends = await Promise.all(Array.from({ length: 60 }, () => subgraph.ask(asking)));
    expect(new Set(ends)).toEqual(new Set([200]));
    expect(subgraph.changes()).toEqual(['gone']);
  });

  it('has one to ask while they are restarted one after the other', async () => {
    const [first, second] = [await startServer(draining), await startServer(well)];
    const subgraph = subgraphAt([first.url, second.url]);
    const roll = [() => [draining, well], () => [well, draining], () => [draining, well], () => [well, draining]];
    for (const behaviours of roll) {
      const [one, other] = behaviours();
      Object.assign(first, { behave: one });
      Object.assign(second, { behave: other });
      expect(new Set(await subgraph.askOften(30))).toEqual(new Set([200]));
      expect(new Set(await subgraph.askOften(30, { isMutation: true }))).toEqual(new Set([200]));
    }
  });
});

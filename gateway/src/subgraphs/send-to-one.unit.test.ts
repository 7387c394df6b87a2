import { describe, expect, it } from 'vitest';
import { OutageStatus } from './outage.ts';
import { createRetryBudget } from './retry-budget.ts';
import { sendToOne } from './send-to-one.ts';
import type { Standing, WatchedReplica } from './watched-replica.ts';

const answering = (status: number, asked: number[] = [], standing: Standing = 'trusted'): WatchedReplica => ({
  standing: () => standing,
  send: async () => {
    asked.push(status);
    if (status === 502 || status === 503 || status === 504) throw new OutageStatus(status, status === 503);
    return { status, cacheControl: '', read: () => ({ data: {} }) };
  },
});
const failing = (code: string): WatchedReplica => ({
  standing: () => 'trusted',
  send: async () => {
    throw Object.assign(new Error(code), { code });
  },
});
const send = (replicas: WatchedReplica[], isMutation: boolean, signal = new AbortController().signal) =>
  sendToOne({
    replicas,
    request: { path: '/graphql', method: 'POST', signal },
    isMutation,
    budget: createRetryBudget(10),
    patienceMs: 10_000,
    subgraph: 'product',
  });

describe('a request to a subgraph with several addresses', () => {
  it.each([failing('ECONNREFUSED'), failing('UND_ERR_CONNECT_TIMEOUT'), answering(503)])(
    'goes to the next one when the first certainly did nothing, also when it is a mutation',
    async (first) => {
      expect((await send([first, answering(200)], true)).status).toBe(200);
    },
  );

  it.each([failing('ECONNRESET'), failing('UND_ERR_SOCKET'), answering(502), answering(504)])(
    'is sent again only when it is a query, where the first may have done it',
    async (first) => {
      const asked: number[] = [];
      expect((await send([first, answering(200)], false)).status).toBe(200);
      await expect(send([first, answering(200, asked)], true)).rejects.toThrow();
      expect(asked).toEqual([]);
    },
  );

  it('goes to one that is trusted first when it is a mutation', async () => {
    const asked: number[] = [];
    await send([answering(201, asked, 'doubted'), answering(200, asked)], true);
    await send([answering(201, asked, 'doubted'), answering(200, asked)], false);
    expect(asked).toEqual([200, 201]);
  });

  it('is not sent again after an answer, whatever it says', async () => {
    const asked: number[] = [];
    expect((await send([answering(500), answering(200, asked)], false)).status).toBe(500);
    expect(asked).toEqual([]);
  });

  it('is not sent again when nobody wants it any more', async () => {
    const asked: number[] = [];
    const signal = AbortSignal.abort();
    await expect(send([failing('UND_ERR_ABORTED'), answering(200, asked)], false, signal)).rejects.toThrow(
      'UND_ERR_ABORTED',
    );
    expect(asked).toEqual([]);
  });
});

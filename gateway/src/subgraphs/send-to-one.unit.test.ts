import { describe, expect, it } from 'vitest';
import type { Replica } from './replicas.ts';
import { sendToOne } from './send-to-one.ts';

type Answer = Awaited<ReturnType<Replica['request']>>;
const answering = (statusCode: number, asked: number[] = []): Replica => ({
  request: async () => {
    asked.push(statusCode);
    return { statusCode, body: { dump: async () => undefined } } as unknown as Answer;
  },
  close: async () => undefined,
});
const failing = (code: string): Replica => ({
  request: async () => {
    throw Object.assign(new Error(code), { code });
  },
  close: async () => undefined,
});
const send = (replicas: Replica[], isMutation: boolean, signal = new AbortController().signal) =>
  sendToOne(replicas, { path: '/graphql', method: 'POST', isMutation, signal });

describe('a request to a subgraph with several addresses', () => {
  it.each([failing('ECONNREFUSED'), failing('UND_ERR_CONNECT_TIMEOUT'), answering(503)])(
    'goes to the next one when the first certainly did nothing, also when it is a mutation',
    async (first) => {
      expect((await send([first, answering(200)], true)).statusCode).toBe(200);
    },
  );

  it.each([failing('ECONNRESET'), failing('UND_ERR_SOCKET'), answering(502), answering(504)])(
    'is sent again only when it is a query, where the first may have done it',
    async (first) => {
      const asked: number[] = [];
      expect((await send([first, answering(200)], false)).statusCode).toBe(200);
      await expect(send([first, answering(200, asked)], true)).rejects.toThrow();
      expect(asked).toEqual([]);
    },
  );

  it('is not sent again after an answer, whatever it says', async () => {
    const asked: number[] = [];
    expect((await send([answering(500), answering(200, asked)], false)).statusCode).toBe(500);
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

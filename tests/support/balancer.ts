import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { Pool, request } from 'undici';

/** Asks each target so often whether it is ready; two answers in a row decide, as they do for a load balancer of AWS. */
const checkEveryMs = 50;
const decidedBy = 2;

export type Balancer = {
  readonly url: string;
  /** Requests that found nobody, or whose connection broke: their client got 502. */
  readonly failed: () => number;
  stop: () => Promise<void>;
};

/**
 * What stands before several gateways: sends each request once, to the next target that says it is ready, over kept
 * connections. It never tries again.
 */
export const startBalancer = async (urls: readonly string[]): Promise<Balancer> => {
  const targets = urls.map((url) => watchTarget(url));
  await Promise.all(targets.map((target) => target.firstChecked));
  let turn = 0;
  let failed = 0;
  const forward = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const healthy = targets.filter((target) => target.isHealthy());
    turn += 1;
    try {
      const target = healthy[turn % healthy.length];
      if (!target) throw new Error('no target is ready');
      const answer = await target.pool.request({
        method: incoming.method === 'GET' ? 'GET' : 'POST',
        path: incoming.url ?? '/',
        headers: endToEnd(incoming.headers),
        body: incoming,
      });
      outgoing.writeHead(answer.statusCode, endToEnd(answer.headers));
      answer.body.pipe(outgoing);
    } catch (error) {
      failed += 1;
      outgoing.writeHead(502, { 'content-type': 'application/json' });
      outgoing.end(JSON.stringify({ errors: [{ message: `the balancer: ${String(error)}` }] }));
    }
  };
  const server = createServer((incoming, outgoing) => void forward(incoming, outgoing));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    failed: () => failed,
    stop: async () => {
      await Promise.all(targets.map((target) => target.stop()));
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

const watchTarget = (url: string) => {
  const pool = new Pool(url, { connections: 32 });
  const seen: boolean[] = [];
  let isHealthy = false;
  let isOver = false;
  const check = async (): Promise<void> => {
    const isReady = await request(`${url}/ready`, { headersTimeout: 1_000 }).then(
      async ({ statusCode, body }) => {
        await body.dump();
        return statusCode === 200;
      },
      () => false,
    );
    seen.push(isReady);
    const last = seen.splice(-decidedBy);
    seen.splice(0, seen.length, ...last);
    if (last.length === decidedBy && last.every((one) => one === isReady)) isHealthy = isReady;
  };
  const watch = async (): Promise<void> => {
    while (!isOver) {
      await delay(checkEveryMs);
      await check();
    }
  };
  const firstChecked = (async () => {
    while (!isHealthy) await check();
  })();
  const watching = firstChecked.then(watch);
  return {
    pool,
    firstChecked,
    isHealthy: () => isHealthy,
    stop: async () => {
      isOver = true;
      await watching;
      await pool.destroy();
    },
  };
};

const hopByHop = new Set(['connection', 'keep-alive', 'transfer-encoding', 'host', 'upgrade', 'expect']);

const endToEnd = (headers: IncomingMessage['headers']): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined || hopByHop.has(name) ? [] : [[name, value] as const],
    ),
  );

import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import {
  closeWhatIsOpen,
  draining,
  hang,
  open,
  overloaded,
  pause,
  reset,
  startServer,
  subgraphAt,
  well,
} from './support/moody-subgraph.ts';
import { startTestGateway, until } from './support/test-gateway.ts';

afterEach(closeWhatIsOpen);

describe('a subgraph with one address', () => {
  it.each([
    ['breaks the connection', reset],
    ['answers 503', overloaded],
    ['drains', draining],
  ])('gets a query again when it %s', async (_what, fail) => {
    const server = await startServer(fail);
    server.behave = (response) => {
      server.behave = well;
      fail(response);
    };
    expect(await subgraphAt([server.url]).ask()).toBe(200);
    expect(server.asked).toBe(2);
  });

  it('never gets a mutation again that it may have begun', async () => {
    const server = await startServer(reset);
    expect(await subgraphAt([server.url]).ask({ isMutation: true })).not.toBe(200);
    expect(server.asked).toBe(1);
  });

  it('gets no more retries than their budget has', async () => {
    const server = await startServer(reset);
    await subgraphAt([server.url], { breakerCalls: 10_000 }).askOften(60);
    // All of them, ten that were saved, and one for each ten.
    expect(server.asked).toBeGreaterThanOrEqual(74);
    expect(server.asked).toBeLessThanOrEqual(76);
  });

  it('that fails again and again is left alone', async () => {
    const server = await startServer(hang);
    const subgraph = subgraphAt([server.url], { timeoutMs: 40, breakerOpenMs: 60_000 });
    expect(await subgraph.askOften(5)).toEqual(Array.from({ length: 5 }, () => 'NoAnswerInTime'));
    expect(await subgraph.askOften(50)).toEqual(Array.from({ length: 50 }, () => 'CIRCUIT_OPEN'));
    expect(server.asked).toBe(5);
  });

  it('that was left alone is tried by one request, and asked again when that is answered', async () => {
    const server = await startServer(overloaded);
    const subgraph = subgraphAt([server.url], { breakerOpenMs: 300 });
    await subgraph.askOften(5, { isMutation: true });
    let answer: (() => void) | undefined;
    server.behave = (response) => {
      answer = () => well(response);
    };
    const ends: (string | number)[] = [];
    await until(async () => {
      void subgraph.ask().then((end) => ends.push(end));
      await new Promise((resolve) => setTimeout(resolve, 15));
      return answer !== undefined;
    }, 'somebody tries it');
    expect(await subgraph.ask()).toBe('CIRCUIT_OPEN');
    expect(server.asked).toBe(6);
    server.behave = well;
    answer?.();
    await until(() => ends.includes(200), 'the answer to who tried it');
    expect(await subgraph.askOften(3)).toEqual([200, 200, 200]);
    expect(subgraph.changes()).toEqual(['ejected', 'restored']);
  });

  it('that was left alone stays so when whoever tries it goes away before it answers', async () => {
    const server = await startServer(overloaded);
    const subgraph = subgraphAt([server.url], { breakerOpenMs: 50 });
    await subgraph.askOften(5, { isMutation: true });
    let fail: (() => void) | undefined;
    server.behave = (response) => {
      fail = () => overloaded(response);
    };
    const client = new AbortController();
    await pause(60);
    const trial = subgraph.ask({ unwanted: client.signal });
    await until(() => fail !== undefined, 'somebody tries it');
    client.abort();
    expect(await trial).toBe('Unwanted');
    // Nobody knows yet whether it is well: nobody else is sent there.
    expect(await subgraph.askOften(3)).toEqual(['CIRCUIT_OPEN', 'CIRCUIT_OPEN', 'CIRCUIT_OPEN']);
    fail?.();
    await until(() => subgraph.changes().length === 2, 'the end of the trial');
    expect(subgraph.changes()).toEqual(['ejected', 'ejected']);
  });

  it('is asked again at once when it was only being restarted', async () => {
    const server = await startServer(draining);
    const subgraph = subgraphAt([server.url]);
    await subgraph.askOften(30);
    server.behave = well;
    expect(await subgraph.ask()).toBe(200);
    expect(subgraph.changes()).toEqual(['gone', 'back']);
  });

  it('is not blamed for those who went away', async () => {
    const server = await startServer(hang);
    const subgraph = subgraphAt([server.url]);
    const client = new AbortController();
    const asked = Array.from({ length: 20 }, () => subgraph.ask({ unwanted: client.signal }));
    await until(() => server.asked === 20, 'all are with the subgraph');
    client.abort();
    expect(new Set(await Promise.all(asked))).toEqual(new Set(['Unwanted']));
    server.behave = well;
    expect(await subgraph.ask()).toBe(200);
  });

  it('has a share of its own of what is asked at once', async () => {
    const server = await startServer(hang);
    const subgraph = subgraphAt([server.url], { concurrency: 2 });
    const client = new AbortController();
    const asked = [subgraph.ask({ unwanted: client.signal }), subgraph.ask({ unwanted: client.signal })];
    await until(() => server.asked === 2, 'both are with the subgraph');
    expect(await subgraph.ask()).toBe('BULKHEAD_FULL');
    client.abort();
    await Promise.all(asked);
    server.behave = well;
    expect(await subgraph.ask()).toBe(200);
  });
});

describe('a slow subgraph before the gateway', () => {
  it('is refused with the time to wait, and never slows what does not need it', async () => {
    const slow = await startServer(hang);
    const gateway = await startTestGateway(({ order }) => ({
      SUBGRAPH_URLS: JSON.stringify({ product: slow.url, order }),
      SUBGRAPH_SETTINGS: JSON.stringify({ product: { timeoutMs: 100, breakerOpenMs: 60_000 } }),
    }));
    open.unshift(gateway.stop);
    for (let time = 0; time < 5; time += 1) await gateway.ask('{ products { title } }');
    expect(slow.asked).toBe(5);
    const { data, errors, text } = await gateway.ask('{ whoAmI broken }');
    expect(data.whoAmI).toContain('userId');
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'product' });
    expect(errors?.[0]?.extensions['retryAfterSeconds']).toBeGreaterThan(50);
    expect(text).not.toContain('127.0.0.1');
    expect(slow.asked).toBe(5);
  });

  it('holds up only those who need it, however many they are, and is no overload of the gateway', async () => {
    const held: ServerResponse[] = [];
    const slow = await startServer((response) => void held.push(response));
    const gateway = await startTestGateway(({ order }) => ({
      SUBGRAPH_URLS: JSON.stringify({ product: slow.url, order }),
      // More than a gateway lets in that takes itself for overloaded.
      SUBGRAPH_SETTINGS: JSON.stringify({ product: { timeoutMs: 30_000, concurrency: 200 } }),
    }));
    open.unshift(gateway.stop);
    const askOthers = async (name: string): Promise<number> => {
      const took: number[] = [];
      const client = async (number: number) => {
        for (let turn = 0; turn < 15; turn += 1) {
          const startedMs = performance.now();
          const { status, errors } = await gateway.ask(`{ ${name}${number}: whoAmI }`);
          expect([status, errors]).toEqual([200, undefined]);
          took.push(performance.now() - startedMs);
        }
      };
      await Promise.all([1, 2, 3, 4].map(client));
      return took.sort((one, other) => one - other)[took.length >> 1] ?? Number.NaN;
    };
    await askOthers('first');
    const usualMs = await askOthers('before');

    const ask = (index: number) =>
      gateway.ask('query ($id: ID!) { product(id: $id) { title } whoAmI }', { variables: { id: `product_${index}` } });
    let answered = 0;
    const asked: ReturnType<typeof ask>[] = [];
    while (asked.length < 250) {
      const one = ask(asked.length);
      void one.then(() => {
        answered += 1;
      });
      asked.push(one);
      // Not all at once: their client is in this process, too.
      if (asked.length % 10 === 0) await pause(10);
    }
    await until(() => answered === 50, 'nobody but those whom the subgraph has no room for is answered');
    // Several of the moments by which a gateway judges whether it has more to do than it can.
    await pause(400);
    const meanwhileMs = await askOthers('meanwhile');
    expect(answered).toBe(50);
    expect(meanwhileMs).toBeLessThan(5 * usualMs + 20);

    slow.behave = well;
    for (const response of held) well(response);
    const answers = await Promise.all(asked);
    const refused = answers.filter(({ errors }) => errors?.[0]?.extensions['code'] === 'SUBGRAPH_UNAVAILABLE');
    expect(refused).toHaveLength(50);
    expect(answers.filter(({ errors }) => errors === undefined)).toHaveLength(200);
    expect(answers.every(({ status, data }) => status === 200 && data.whoAmI.includes('userId'))).toBe(true);
  });

  it.each([
    ['500 and a page', 500, '<html>127.0.0.1</html>'],
    ['half an answer', 200, '{"data":{"products":[{"ti'],
  ])('is unavailable and named no further when it answers %s', async (_what, status, body) => {
    const server = await startServer((response) => response.writeHead(status).end(body));
    const gateway = await startTestGateway(({ order }) => ({
      SUBGRAPH_URLS: JSON.stringify({ product: server.url, order }),
    }));
    open.unshift(gateway.stop);
    const { errors, text } = await gateway.ask('{ products { title } }');
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['SUBGRAPH_UNAVAILABLE']);
    expect(text).not.toContain('127.0.0.1');
  });
});

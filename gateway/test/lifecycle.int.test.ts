import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Agent, request } from 'undici';
import { afterEach, describe, expect, it } from 'vitest';
import { askAt, startTestGateway, type TestGateway, until } from './support/test-gateway.ts';
import { composeShop, shopSdl } from './support/test-shop.ts';

let gateway: TestGateway;
afterEach(() => gateway.stop());

describe('health', () => {
  it('is ready when the graph is loaded and every subgraph answers, and says which does not', async () => {
    gateway = await startTestGateway();
    const ready = await fetch(`${gateway.url}/ready`);
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { status: 'ready', subgraphs: { order: 'up', product: 'up' } },
    ]);
    await gateway.product.stop();
    await until(async () => (await fetch(`${gateway.url}/ready`)).status === 503, 'not ready');
    const notReady = await fetch(`${gateway.url}/ready`);
    expect(await notReady.json()).toEqual({ status: 'not ready', subgraphs: { order: 'up', product: 'down' } });
    expect((await fetch(`${gateway.url}/health`)).status).toBe(200);
  });
});

describe('the supergraph', () => {
  const changed = { ...shopSdl, product: shopSdl.product.replace('broken: String', 'broken: String news: String') };

  it('is reloaded when its file changes, also when it is replaced, without a restart', async () => {
    gateway = await startTestGateway();
    expect((await gateway.ask('{ news }')).errors?.[0]?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
    await writeFile(gateway.supergraphPath, composeShop(changed));
    await until(async () => (await gateway.ask('{ news }')).status === 200, 'the changed graph');
    const replaceBy = async (supergraph: string) => {
      await writeFile(`${gateway.supergraphPath}.new`, supergraph);
      await rename(`${gateway.supergraphPath}.new`, gateway.supergraphPath);
    };
    await replaceBy(composeShop());
    await until(async () => (await gateway.ask('{ news }')).status === 400, 'the graph as it was');
    await replaceBy(composeShop(changed));
    await until(async () => (await gateway.ask('{ news }')).status === 200, 'the changed graph again');
  });

  it.each([
    ['is no GraphQL', 'type Query {'],
    ['is no supergraph', 'type Query { a: String }'],
    [
      'needs a subgraph that nobody has the address of',
      composeShop({ ...shopSdl, extra: 'type Query { extra: String }' }),
    ],
    ['is empty', ''],
  ])('that %s leaves the last good one serving, and the log says why', async (_name, broken) => {
    gateway = await startTestGateway();
    await writeFile(gateway.supergraphPath, broken);
    await until(
      () => gateway.logged.some(({ msg, level }) => level === 'error' && msg.includes('does not load')),
      'the log line',
    );
    const line = gateway.logged.find(({ msg }) => msg.includes('does not load'));
    expect(line).toMatchObject({ err: { message: expect.stringMatching(/\w/) } });
    expect((await gateway.ask('{ products { title } }')).data.products).toHaveLength(2);
    await writeFile(gateway.supergraphPath, composeShop(changed));
    await until(async () => (await gateway.ask('{ news }')).status === 200, 'the next good graph');
  });

  it('is not watched in production', async () => {
    gateway = await startTestGateway({ NODE_ENV: 'production' });
    await writeFile(gateway.supergraphPath, composeShop(changed));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await gateway.ask('{ news }')).status).toBe(400);
  });
});

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

/** The gateway as its own process, as it is in production. */
const startProcess = async (environment: Record<string, string>) => {
  const child = spawn(process.execPath, [main], { env: environment, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const url = await Promise.race([
    until(() => /"url":"([^"]+)"/.test(output), 'the address').then(() => /"url":"([^"]+)"/.exec(output)?.[1] ?? ''),
    ended.then(() => ''),
  ]);
  return { child, url, ended, output: () => output };
};

describe('a gateway that is told to stop', () => {
  it('answers what is in flight, refuses what is new, and ends with exit code 0', async () => {
    gateway = await startTestGateway({ CORS_ORIGINS: '["https://shop.example"]' });
    const { child, url, ended } = await startProcess(gateway.environment);
    const agent = new Agent({ connections: 4 });
    await request(`${url}/health`, { dispatcher: agent }).then(({ body }) => body.dump());
    const inFlight = askAt(url)('{ slow(ms: 2000) }');
    await until(() => gateway.product.seen.length === 1, 'the request to the subgraph');
    child.kill('SIGTERM');
    await until(async () => (await fetch(`${url}/ready`)).status === 503, 'draining');
    const refused = await request(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://shop.example' },
      body: '{"query":"{ __typename }"}',
      dispatcher: agent,
    });
    expect(refused.statusCode).toBe(503);
    expect(refused.headers['access-control-allow-origin']).toBe('https://shop.example');
    expect(refused.headers['retry-after']).toBe('1');
    expect(refused.headers['connection']).toBe('close');
    expect(await refused.body.json()).toMatchObject({ errors: [{ extensions: { code: 'SERVER_DRAINING' } }] });
    expect((await fetch(`${url}/health`)).status).toBe(200);
    const answer = await inFlight;
    expect(answer.data).toEqual({ slow: 'at last' });
    expect(answer.headers.get('connection')).toBe('close');
    expect(await ended).toBe(0);
    await agent.destroy();
  });

  it('is stopped by the end of whoever started it with a channel', async () => {
    gateway = await startTestGateway();
    const { child, ended } = await startProcess(gateway.environment);
    child.disconnect();
    expect(await ended).toBe(0);
  });

  it('does not wait for connections that are open and idle, nor for ever for what hangs', async () => {
    gateway = await startTestGateway();
    const { child, url, ended, output } = await startProcess({ ...gateway.environment, DRAIN_LIMIT_MS: '300' });
    const agent = new Agent({ keepAliveTimeout: 60_000 });
    await request(`${url}/health`, { dispatcher: agent }).then(({ body }) => body.dump());
    const hanging = askAt(url)('{ slow(ms: 60000) }');
    await until(() => gateway.product.seen.length === 1, 'the request to the subgraph');
    const startedMs = performance.now();
    child.kill('SIGTERM');
    await expect(hanging).rejects.toThrow();
    expect(await ended).toBe(0);
    expect(performance.now() - startedMs).toBeLessThan(10_000);
    expect(output()).toContain('still in flight');
    await agent.destroy();
  });
});

describe('a gateway that is started', () => {
  it('names every missing setting at once and ends with exit code 78', async () => {
    gateway = await startTestGateway();
    const { PORT: _, SUBGRAPH_URLS: __, ...rest } = gateway.environment;
    const { ended, output } = await startProcess(rest);
    expect(await ended).toBe(78);
    expect(output()).toMatch(/PORT: is not set[\s\S]*SUBGRAPH_URLS: is not set/);
  });

  it('does not start on a supergraph that does not load, and says why', async () => {
    gateway = await startTestGateway();
    await writeFile(gateway.supergraphPath, 'type Query {');
    const { ended, output } = await startProcess(gateway.environment);
    expect(await ended).toBe(1);
    expect(output()).toContain('Syntax Error');
  });
});

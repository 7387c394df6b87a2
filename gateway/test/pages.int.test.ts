import { once } from 'node:events';
import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from './support/test-gateway.ts';

describe('the pages for developers', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({ NODE_ENV: 'development' });
  });
  afterAll(() => gateway.stop());

  it('begin at the explorer', async () => {
    const response = await fetch(gateway.url, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([302, '/explorer']);
  });

  it('have an explorer whose scripts and styles are all in the page, and that may reach this server only', async () => {
    const response = await fetch(`${gateway.url}/explorer`);
    const page = await response.text();
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(response.headers.get('content-security-policy')).toContain("connect-src 'self'");
    expect(page).not.toMatch(/<script[^>]+src=|<link[^>]+href="https?:/);
    expect(page).toContain('"endpoint":"/graphql"');
    for (const operation of ['query Shop', 'mutation SignIn', 'mutation Checkout', 'query Order'])
      expect(page).toContain(operation);
  });

  it('have Apollo Sandbox at the address of the graph', async () => {
    const response = await fetch(`${gateway.url}/graphql`, { headers: { accept: 'text/html' } });
    expect(await response.text()).toContain('apollographql.com');
  });
});

describe('the pictures of the shop', () => {
  const asked: IncomingMessage[] = [];
  const shop = createServer((incoming, response) => {
    asked.push(incoming);
    if (incoming.url !== '/media/chair.svg') return void response.writeHead(404).end();
    response.writeHead(200, {
      'content-type': 'image/svg+xml',
      'cache-control': 'max-age=60',
      etag: '"1"',
      server: 'internal',
      'set-cookie': 'a=b',
    });
    return void response.end('<svg/>');
  });
  let gateway: TestGateway;
  beforeAll(async () => {
    shop.listen(0, '127.0.0.1');
    await once(shop, 'listening');
    gateway = await startTestGateway({ MEDIA_ORIGIN: `http://127.0.0.1:${(shop.address() as AddressInfo).port}` });
  });
  afterAll(async () => {
    await gateway.stop();
    shop.close();
  });

  it('come through the gateway, with what a browser needs and nothing else', async () => {
    const response = await fetch(`${gateway.url}/media/chair.svg`, { headers: { authorization: 'Bearer secret' } });
    expect(await response.text()).toBe('<svg/>');
    expect(response.headers.get('content-type')).toBe('image/svg+xml');
    expect(response.headers.get('etag')).toBe('"1"');
    expect(response.headers.get('server')).toBeNull();
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
    expect(asked.at(-1)?.headers['authorization']).toBeUndefined();
    const head = await fetch(`${gateway.url}/media/chair.svg`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  /** As it stands: clients that know URLs would put such a path in order before they send it. */
  const statusOfRaw = async (path: string): Promise<number | undefined> => {
    const { hostname, port } = new URL(gateway.url);
    const [response] = (await once(get({ hostname, port, path, agent: false }), 'response')) as [IncomingMessage];
    response.resume();
    return response.statusCode;
  };

  it('are the only thing that can be had this way', async () => {
    const before = asked.length;
    const paths = [
      '/media/../graphql',
      '/media/..%2Fgraphql',
      '/media/%2e%2e/graphql',
      '/media/chair.png',
      '/media/a/chair.svg',
      '/media/Chair.svg',
      '/media/chair.svg%00',
      '/media/',
    ];
    for (const path of paths) expect([path, await statusOfRaw(path)]).toEqual([path, 404]);
    expect((await fetch(`${gateway.url}/media/chair.svg`, { method: 'POST' })).status).toBe(404);
    expect(asked.length).toBe(before);
    expect((await fetch(`${gateway.url}/media/table.svg`)).status).toBe(404);
  });

  it('are missed with a plain answer while their keeper is gone', async () => {
    shop.closeAllConnections();
    await new Promise((resolve) => {
      shop.close(resolve);
    });
    const response = await fetch(`${gateway.url}/media/chair.svg`);
    expect([response.status, await response.text()]).toEqual([502, '']);
  });
});

import fastify from 'fastify';
import { afterAll, describe, expect, it } from 'vitest';
import type { ProxyHeaders } from './behind-proxies.ts';
import { correlationHeader, edgeRequestOf, openEdgeRequests } from './edge-request.ts';

const apps: ReturnType<typeof fastify>[] = [];
afterAll(() => Promise.all(apps.map((app) => app.close())));

/** What the gateway makes of a request with these headers, that came over a load balancer. */
const received = async (headers: Record<string, string>, proxies: ProxyHeaders = onAws) => {
  const app = fastify();
  apps.push(app);
  openEdgeRequests(app, { TELEMETRY_INCOMING: 'restart', TELEMETRY_PROPAGATORS: [], ...proxies });
  app.get('/', async (request) => edgeRequestOf(request).origin.address);
  const answer = await app.inject({ url: '/', headers, remoteAddress: '10.0.3.7' });
  return { address: answer.body, correlationId: answer.headers[correlationHeader] };
};

const onAws: ProxyHeaders = {
  CLIENT_ADDRESS_HEADER: 'x-cartograph-client',
  TELEMETRY_REQUEST_ID_HEADER: 'x-request-id',
};

describe('behind proxies of ours', () => {
  it.each(['203.0.113.9', '2001:db8::9'])('a request comes from the address that they saw: %s', async (address) => {
    expect(await received({ 'x-cartograph-client': address })).toMatchObject({ address });
  });

  it('what a client says of itself in other headers is not believed', async () => {
    const headers = { 'x-forwarded-for': '198.51.100.1', forwarded: 'for=198.51.100.2', 'x-real-ip': '198.51.100.3' };
    expect(await received(headers)).toMatchObject({ address: '10.0.3.7' });
  });

  it.each(['', 'unknown', '203.0.113.9, 198.51.100.1', '203.0.113.9:443'])('"%s" is no address', async (value) => {
    expect(await received({ 'x-cartograph-client': value })).toMatchObject({ address: '10.0.3.7' });
  });

  it("the id that API Gateway gave a request is the request's, in every log and event", async () => {
    const { correlationId } = await received({ 'x-request-id': 'JKJaXmPLvHcESHA=' });
    expect(correlationId).toBe('JKJaXmPLvHcESHA=');
  });

  it.each(['short', 'x'.repeat(65), 'two words of it', 'line%0Abreak'])('"%s" is no id', async (id) => {
    expect((await received({ 'x-request-id': id })).correlationId).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/);
  });
});

describe('without proxies', () => {
  it('neither header is believed', async () => {
    const headers = { 'x-cartograph-client': '203.0.113.9', 'x-request-id': 'JKJaXmPLvHcESHA=' };
    const { address, correlationId } = await received(headers, {});
    expect(address).toBe('10.0.3.7');
    expect(correlationId).not.toBe('JKJaXmPLvHcESHA=');
  });
});

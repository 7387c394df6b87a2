import { request } from 'node:http';
import { inSpan, startTelemetry } from '@cartograph/telemetry';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLog } from '../src/index.ts';
import { startTraces, type Traces } from '../src/traces/start-traces.ts';

describe('the page of the last traces', () => {
  let traces: Traces;
  beforeAll(async () => {
    traces = await startTraces({ port: 0, log: silentLog });
  });
  afterAll(() => traces.stop());

  const page = async (path: string) => {
    const response = await fetch(`${traces.url}${path}`);
    return { status: response.status, headers: response.headers, html: await response.text() };
  };
  const post = async (body: string, type = 'application/json') =>
    (await fetch(`${traces.url}/v1/traces`, { method: 'POST', headers: { 'content-type': type }, body })).status;

  it('says so when there is none', async () => {
    expect((await page('/')).html).toContain('There is none yet');
    expect((await page(`/traces/${'a'.repeat(32)}`)).status).toBe(404);
  });

  it('shows what a process sends by OTLP: a list, each as a waterfall, and the same as JSON', async () => {
    const telemetry = await startTelemetry('order', {
      TELEMETRY: 'otlp',
      TELEMETRY_SIGNALS: 'traces',
      TELEMETRY_ENDPOINT: traces.url,
    });
    const attributes = {
      'graphql.operation.type': 'query',
      'graphql.operation.name': 'Shop',
      'cartograph.error.codes': ['A', 'B'],
    };
    await inSpan('POST /graphql', { kind: 'server', parent: null, attributes }, async (span) => {
      await inSpan(
        '<script>alert(1)</script>',
        { kind: 'client', attributes: { count: 3, yes: true } },
        async () => undefined,
      );
      span?.addLink({ context: { traceId: 'b'.repeat(32), spanId: 'c'.repeat(16), traceFlags: 1 } });
    });
    await expect(inSpan('broken', { parent: null }, () => Promise.reject(new RangeError('x')))).rejects.toThrow();
    await telemetry.stop();

    const spans = (await (await fetch(`${traces.url}/spans`)).json()) as { name: string; traceId: string }[];
    const root = spans.find(({ name }) => name === 'POST /graphql');
    expect(root).toMatchObject({
      parentId: null,
      kind: 'server',
      service: 'order',
      isFailed: false,
      links: [{ traceId: 'b'.repeat(32) }],
    });
    expect(root).toMatchObject({ attributes: { 'cartograph.error.codes': 'A, B' } });
    const list = await page('/');
    expect(list.html).toContain('query Shop');
    expect(list.html).toMatch(/broken[\s\S]*?<span class="failed">failed/);
    const { html, headers } = await page(`/traces/${root?.traceId}`);
    expect(html).toContain('&lt;script&gt;alert(1)');
    expect(html).toMatch(/<dt>count<\/dt><dd>3<\/dd><dt>yes<\/dt><dd>true/);
    expect(html).not.toContain('<script');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('takes nothing that is no request of OTLP in JSON, and nothing that a page of another origin could send', async () => {
    const before = await (await fetch(`${traces.url}/spans`)).text();
    expect(await post('{"resourceSpans":[]}', 'text/plain')).toBe(415);
    expect(await post('no json')).toBe(400);
    expect(await post('{"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"x"}]}]}]}')).toBe(400);
    expect(await post(`{"resourceSpans":["${'x'.repeat(9 * 1024 * 1024)}"]}`).catch(() => 413)).toBe(413);
    const status = await new Promise<number | undefined>((resolve, reject) => {
      request(`${traces.url}/spans`, { headers: { host: 'evil.example' } }, ({ statusCode }) => resolve(statusCode))
        .once('error', reject)
        .end();
    });
    expect(status).toBe(404);
    expect(await (await fetch(`${traces.url}/spans`)).text()).toBe(before);
  });
});

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { AggregationTemporality, InMemoryMetricExporter } from '@opentelemetry/sdk-metrics';
import { afterEach, describe, expect, it } from 'vitest';
import { inSpan, startMetrics, startSpan, startTelemetry, startTracing } from '../src/index.ts';

type Received = { url: string | undefined; type: string | undefined; body: string };

let server: Server;
const received: Received[] = [];
/** A collector that answers with that status, or never. */
const startCollector = async (status: number | 'never'): Promise<string> => {
  received.length = 0;
  server = createServer((request, response) => {
    void text(request).then((body) => {
      received.push({ url: request.url, type: request.headers['content-type'], body });
      if (status !== 'never') response.writeHead(status, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

describe('a collector', () => {
  it('is sent spans and metrics by OTLP over HTTP in JSON, each below its address', async () => {
    const endpoint = await startCollector(200);
    const telemetry = await startTelemetry('a-test', { TELEMETRY: 'otlp', TELEMETRY_ENDPOINT: `${endpoint}/` });
    await inSpan('a span', { kind: 'server', parent: null, attributes: { route: '/graphql' } }, async () => undefined);
    await telemetry.stop();
    const [traces, metrics] = ['/v1/traces', '/v1/metrics'].map((url) => received.find((one) => one.url === url));
    expect(traces?.type).toBe('application/json');
    const [resource] = JSON.parse(traces?.body ?? '').resourceSpans;
    expect(resource.resource.attributes).toContainEqual({ key: 'service.name', value: { stringValue: 'a-test' } });
    expect(resource.scopeSpans[0].spans).toMatchObject([
      { name: 'a span', kind: 2, attributes: [{ key: 'route', value: { stringValue: '/graphql' } }] },
    ]);
    expect(metrics?.body).toContain('otel.sdk.processor.span.processed');
  });

  it('that does not answer costs spans and no time: what finds no room is dropped and counted', async () => {
    const endpoint = await startCollector('never');
    const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
    const metrics = await startMetrics({ service: 'a-test', exporter, intervalMs: 60_000 });
    const tracing = await startTracing({ service: 'a-test', exporter: 'otlp', endpoint: `${endpoint}/v1/traces` });
    const startedAt = performance.now();
    for (let count = 0; count < 20_000; count += 1) startSpan('one of many', { parent: null })?.end();
    const msEach = (performance.now() - startedAt) / 20_000;
    expect(msEach).toBeLessThan(1);
    await expect.poll(() => received.length).toBeGreaterThan(0);
    const stopping = performance.now();
    await tracing.stop();
    expect(performance.now() - stopping).toBeLessThan(4_000);
    await metrics.stop();
    const processed = exporter
      .getMetrics()
      .flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((scope) => scope.metrics))
      .findLast(({ descriptor }) => descriptor.name === 'otel.sdk.processor.span.processed');
    const dropped = processed?.dataPoints.find(({ attributes }) => attributes['error.type'] === 'queue_full');
    expect(dropped?.value).toBeGreaterThan(20_000 - 4_096 - 2 * 512);
  });
});

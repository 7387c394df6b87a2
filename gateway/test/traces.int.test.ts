import { spanContextOf, startMetrics, startTracing, type Tracing } from '@cartograph/telemetry';
import { AggregationTemporality, InMemoryMetricExporter } from '@opentelemetry/sdk-metrics';
import { InMemorySpanExporter, type ReadableSpan } from '@opentelemetry/sdk-trace';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from './support/test-gateway.ts';
import { ids } from './support/test-shop.ts';

const orderQuery = 'query OrderPage($id: ID!) { order(id: $id) { customer lines { quantity product { title } } } }';
const strangers = '11111111111111111111111111111111';
const traceparent = `00-${strangers}-2222222222222222-01`;
const traceId = '5759e988bd862e3fe1be46a994272793';

let exporter: InMemorySpanExporter;
let tracing: Tracing;
let gateway: TestGateway;
const start = async (environment: Record<string, string>, ratio = 1) => {
  exporter = new InMemorySpanExporter();
  tracing = await startTracing({ service: 'gateway', exporter, ratio });
  gateway = await startTestGateway(environment);
};
afterEach(async () => {
  await gateway.stop();
  await tracing.stop();
});

const finished = async (): Promise<readonly ReadableSpan[]> => {
  await tracing.flush();
  return exporter.getFinishedSpans();
};

/** The gateway's own; the subgraphs of this test run in its process. */
const spansOf = async (
  rootName = 'POST /graphql',
): Promise<{ root: ReadableSpan | undefined; spans: readonly ReadableSpan[] }> => {
  const isRoot = (span: ReadableSpan) =>
    span.name === rootName && 'cartograph.correlation.id' in span.attributes && !span.parentSpanContext?.isRemote;
  await expect.poll(async () => (await finished()).some(isRoot)).toBe(true);
  const spans = exporter.getFinishedSpans();
  return { root: spans.find(isRoot), spans };
};

describe('a request', () => {
  beforeEach(() => start({ TELEMETRY_REQUEST_ID_HEADER: 'X-Request-Id' }));

  it('is one trace: read, planned, executed, and fetched from each subgraph, which is told its fetch', async () => {
    await gateway.ask(orderQuery, {
      variables: { id: ids.order },
      headers: { authorization: `Bearer ${await gateway.issuer.sign()}` },
    });
    const { root, spans } = await spansOf();
    const named = (name: string) => spans.find((span) => span.name === name);
    const below = (name: string) => named(name)?.parentSpanContext?.spanId;
    expect(below('graphql.parse')).toBe(root?.spanContext().spanId);
    expect(below('graphql.execute')).toBe(root?.spanContext().spanId);
    expect(below('graphql.plan')).toBe(named('graphql.execute')?.spanContext().spanId);
    for (const subgraph of ['order', 'product'] as const) {
      expect(below(`POST ${subgraph}`)).toBe(named('graphql.execute')?.spanContext().spanId);
      const told = spanContextOf(String(gateway[subgraph].seen.at(-1)?.headers['traceparent']));
      expect(told).toMatchObject({ spanId: named(`POST ${subgraph}`)?.spanContext().spanId, traceFlags: 1 });
    }
    expect(root?.attributes).toMatchObject({ 'graphql.operation.name': 'OrderPage', 'http.response.status_code': 200 });
    const line = gateway.logged.find(({ msg }) => msg === 'operation');
    expect(line).toMatchObject({ trace_id: root?.spanContext().traceId, span_id: root?.spanContext().spanId });
  });

  it('links to the trace of its caller and is no part of it', async () => {
    await gateway.ask('{ __typename }', { headers: { traceparent, 'x-request-id': 'JKJaXmPLvHcESHA=' } });
    const { root } = await spansOf();
    expect(root?.parentSpanContext).toBeUndefined();
    expect(root?.spanContext().traceId).not.toBe(strangers);
    expect(root?.links.map(({ context }) => context.traceId)).toEqual([strangers]);
    expect(root?.attributes['aws.request_id']).toBe('JKJaXmPLvHcESHA=');
  });

  it('leaves nothing in its spans of what its caller wrote', async () => {
    const mark = 'Zaubernuss';
    const query = `query Q($id: ID!) { order(id: $id) { customer } other: order(id: "${mark}-literal") { customer } }`;
    await gateway.ask(query, {
      variables: { id: `${mark}-variable` },
      headers: {
        authorization: `Bearer ${await gateway.issuer.sign()}`,
        'user-agent': `${mark}-agent`,
        'x-forwarded-for': '203.0.113.77',
        baggage: `name=${mark}`,
        tracestate: `name=${mark}`,
        cookie: `name=${mark}`,
        'x-request-id': `${mark} with blanks`,
      },
    });
    await gateway.ask(`query ($id: ID!) { order(id: $id) { ${mark}Field } }`, { variables: { id: mark } });
    const { spans } = await spansOf();
    expect(spans.length).toBeGreaterThan(5);
    const told = JSON.stringify(
      spans.map(({ name, attributes, status, events, links, resource }) => [
        name,
        attributes,
        status,
        events,
        links,
        resource.attributes,
      ]),
    );
    expect(told).not.toMatch(/Zaubernuss|203\.0\.113|Bearer|eyJ/i);
  });
});

describe('what is measured', () => {
  it('is how many requests and operations there were, how long they took and which failed, and each subgraph’s', async () => {
    await start({});
    const measured = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
    const metrics = await startMetrics({ service: 'gateway', exporter: measured, intervalMs: 60_000 });
    await gateway.ask(orderQuery, { variables: { id: ids.order } });
    await gateway.ask('query Broken { nothing }');
    await expect.poll(() => gateway.logged.filter(({ msg }) => msg === 'operation').length).toBe(2);
    await metrics.stop();
    const all = measured.getMetrics().flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((scope) => scope.metrics));
    const pointsOf = (name: string) =>
      all
        .filter(({ descriptor }) => descriptor.name === name)
        .flatMap(({ dataPoints }) => dataPoints.map((point) => point.attributes));
    const route = { 'http.request.method': 'POST', 'http.route': '/graphql' };
    expect(pointsOf('http.server.request.duration')).toEqual([
      { ...route, 'http.response.status_code': 200 },
      { ...route, 'http.response.status_code': 400 },
    ]);
    expect(pointsOf('cartograph.graphql.operation.duration')).toEqual([
      expect.objectContaining({ 'graphql.operation.type': 'query', 'graphql.operation.name': 'OrderPage' }),
    ]);
    expect(pointsOf('http.client.request.duration')).toContainEqual(
      expect.objectContaining({ 'cartograph.subgraph': 'order', 'http.response.status_code': 200 }),
    );
  });
});

describe('a caller that is believed', () => {
  it('by traceparent has its trace go on', async () => {
    await start({ TELEMETRY_INCOMING: 'continue' });
    await gateway.ask('{ __typename }', { headers: { traceparent } });
    await expect.poll(async () => (await finished()).length).toBeGreaterThan(0);
    const root = exporter.getFinishedSpans().find(({ name }) => name === 'POST /graphql');
    expect(root?.parentSpanContext).toMatchObject({ traceId: strangers, spanId: '2222222222222222' });
  });

  it('by the header of X-Ray, as API Gateway sends it, too', async () => {
    await start({ TELEMETRY_INCOMING: 'continue', TELEMETRY_PROPAGATORS: '["xray"]' });
    const header = 'Root=1-5759e988-bd862e3fe1be46a994272793';
    await gateway.ask('{ __typename }', { headers: { traceparent, 'x-amzn-trace-id': header } });
    await expect.poll(async () => (await finished()).length).toBeGreaterThan(0);
    expect(exporter.getFinishedSpans().every((span) => span.spanContext().traceId === traceId)).toBe(true);
  });

  it('does not have recorded what is not to be', async () => {
    await start({ TELEMETRY_INCOMING: 'continue' }, 0);
    await gateway.ask('{ __typename }', { headers: { traceparent } });
    await gateway.ask('{ __typename }', {
      headers: { 'x-amzn-trace-id': `Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1` },
    });
    await expect.poll(() => gateway.logged.filter(({ msg }) => msg === 'operation').length).toBe(2);
    expect(await finished()).toEqual([]);
  });
});

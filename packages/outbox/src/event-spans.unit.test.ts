import { startTracing, type Tracing } from '@cartograph/telemetry';
import { InMemorySpanExporter, type ReadableSpan } from '@opentelemetry/sdk-trace';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inProcessSpan } from './process-span.ts';
import { inSendSpan } from './send-span.ts';

const one = '00-11111111111111111111111111111111-2222222222222222-01';
const two = '00-33333333333333333333333333333333-4444444444444444-01';

const exporter = new InMemorySpanExporter();
let tracing: Tracing;
beforeAll(async () => {
  tracing = await startTracing({ service: 'a-test', exporter });
});
afterAll(() => tracing.stop());
beforeEach(() => exporter.reset());

const onlySpan = async (): Promise<ReadableSpan | undefined> => {
  await tracing.flush();
  const [span, ...more] = exporter.getFinishedSpans();
  expect(more).toEqual([]);
  return span;
};

describe('what is sent', () => {
  const rows = (...origins: (string | null)[]) => origins.map((traceparent) => ({ row: { traceparent } }));

  it('alone is sent in its own trace', async () => {
    await inSendSpan('cartograph', rows(one), async () => undefined);
    expect((await onlySpan())?.parentSpanContext).toMatchObject({ spanId: '2222222222222222' });
  });

  it('in a batch is sent in none of its traces, and links to each', async () => {
    await inSendSpan('cartograph', rows(one, null, two), async () => undefined);
    const span = await onlySpan();
    expect(span?.parentSpanContext).toBeUndefined();
    expect(span?.links.map(({ context }) => context.spanId)).toEqual(['2222222222222222', '4444444444444444']);
    expect(span?.attributes).toMatchObject({
      'messaging.batch.message_count': 3,
      'messaging.system': 'aws_eventbridge',
    });
  });

  it('and comes from no trace is sent in none', async () => {
    await inSendSpan('cartograph', rows(null, null), async () => undefined);
    expect(await onlySpan()).toBeUndefined();
  });
});

describe('what is taken in', () => {
  const delivered = (traceparent: string | null, ageMs: number) => ({
    ok: true as const,
    event: {
      eventId: '01890000-0000-7000-8000-000000000000',
      name: 'ProductArchived' as const,
      schemaVersion: 1,
      occurredAt: new Date(Date.now() - ageMs).toISOString(),
      aggregateId: 'product_1',
      aggregateVersion: 1,
      correlationId: 'a-correlation',
      causationId: null,
      traceparent,
      actor: { kind: 'SYSTEM' as const, id: null },
      data: { productId: 'product_1' } as never,
    },
  });
  const take = (parsed: Parameters<typeof inProcessSpan>[1]) =>
    inProcessSpan('http://sqs/000000000000/order-events', parsed, async () => undefined);

  it('goes on in the trace of the change it tells of', async () => {
    await take(delivered(one, 1_000));
    const span = await onlySpan();
    expect(span?.name).toBe('process ProductArchived');
    expect(span?.parentSpanContext).toMatchObject({ traceId: '11111111111111111111111111111111' });
    expect(span?.attributes).toMatchObject({
      'cartograph.aggregate.id': 'product_1',
      'messaging.destination.name': 'order-events',
    });
  });

  it('long after, as in a replay, begins a trace that links to where it comes from', async () => {
    await take(delivered(one, 16 * 60_000));
    const span = await onlySpan();
    expect(span?.parentSpanContext).toBeUndefined();
    expect(span?.links).toMatchObject([{ context: { traceId: '11111111111111111111111111111111' } }]);
  });

  it('and comes from no trace is not recorded', async () => {
    await take(delivered(null, 1_000));
    expect(await onlySpan()).toBeUndefined();
  });

  it('and is no event begins a trace', async () => {
    await take({ ok: false, reason: 'not an event envelope' });
    expect((await onlySpan())?.name).toBe('process a message');
  });
});

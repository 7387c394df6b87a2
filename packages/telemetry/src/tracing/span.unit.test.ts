import { setTimeout as delay } from 'node:timers/promises';
import { InMemorySpanExporter } from '@opentelemetry/sdk-trace';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  activeSpan,
  createLogger,
  inChildSpan,
  inSpan,
  startSpan,
  startTracing,
  type Tracing,
  traceparentOf,
} from '../index.ts';

const stranger = '00-11111111111111111111111111111111-2222222222222222-01';

let exporter: InMemorySpanExporter;
let tracing: Tracing;
const startWith = async (ratio: number) => {
  await tracing?.stop();
  exporter = new InMemorySpanExporter();
  tracing = await startTracing({ service: 'a-test', exporter, ratio });
};
const ended = async () => {
  await tracing.flush();
  return exporter.getFinishedSpans();
};

beforeEach(() => startWith(1));
afterEach(() => tracing.stop());

describe('a span', () => {
  it('is below the one that is active where it begins, across everything that is waited for', async () => {
    await inSpan('outer', { parent: null }, async () => {
      await delay(1);
      await Promise.all([inSpan('first', {}, () => delay(1)), inSpan('second', {}, () => delay(1))]);
    });
    const [first, second, outer] = await ended();
    expect([first?.name, second?.name, outer?.name]).toEqual(['first', 'second', 'outer']);
    expect(first?.parentSpanContext?.spanId).toBe(outer?.spanContext().spanId);
    expect(second?.parentSpanContext?.spanId).toBe(outer?.spanContext().spanId);
    expect(activeSpan()).toBeUndefined();
  });

  it('is the active one for work that begins only when it is waited for, as a promise of Prisma does', async () => {
    const begin = (resolve: (seen: string) => void) => resolve(traceparentOf(activeSpan() ?? never()));
    const lazy = new Proxy(Promise.resolve(''), { get: () => begin });
    const seen = await inSpan('lazy', { parent: null }, () => lazy);
    const [span] = await ended();
    expect(seen).toContain(span?.spanContext().spanId);
  });

  it('notes a failure by the code or the name of the error, and nothing of its message', async () => {
    const failing = { parent: null } as const;
    const coded = Object.assign(new Error('ada@example.com'), { extensions: { code: 'SUBGRAPH_UNAVAILABLE' } });
    await expect(inSpan('one', failing, () => Promise.reject(coded))).rejects.toBe(coded);
    const thrower = () =>
      inSpan('two', failing, () => {
        throw new TypeError('ada@example.com');
      });
    expect(thrower).toThrow(TypeError);
    const spans = await ended();
    expect(spans.map(({ attributes, status }) => [attributes['error.type'], status])).toEqual([
      ['SUBGRAPH_UNAVAILABLE', { code: 2 }],
      ['TypeError', { code: 2 }],
    ]);
    expect(spans.flatMap(({ events }) => events)).toEqual([]);
  });

  it('of a child is made only within a trace', async () => {
    inChildSpan('nobody asked', {}, () => undefined);
    expect(await ended()).toEqual([]);
  });

  it('has an id that X-Ray takes: it begins with the second in which the trace began', async () => {
    const seconds = Number.parseInt(startSpan('one', { parent: null })?.spanContext().traceId.slice(0, 8) ?? '', 16);
    expect(Math.abs(seconds - Date.now() / 1_000)).toBeLessThan(5);
  });
});

describe('whether a trace is recorded', () => {
  const flagsWith = (options: Parameters<typeof startSpan>[1]) => startSpan('one', options)?.spanContext().traceFlags;

  it('is decided where it begins, and is the same for all that is below', async () => {
    expect(flagsWith({ parent: stranger })).toBe(1);
    expect(flagsWith({ parent: stranger.replace(/01$/, '00') })).toBe(0);
    await startWith(0);
    expect(flagsWith({ parent: null })).toBe(0);
    expect(flagsWith({ parent: stranger })).toBe(1);
  });

  it('is not for a stranger to say', async () => {
    expect(flagsWith({ parent: stranger.replace(/01$/, '00'), isStrangers: true })).toBe(1);
    await startWith(0);
    expect(flagsWith({ parent: stranger, isStrangers: true })).toBe(0);
  });

  it('is a matter of chance, so that no trace id of a stranger is chosen so well that it always is', async () => {
    await startWith(0.5);
    const flags = Array.from({ length: 200 }, () => flagsWith({ parent: stranger, isStrangers: true }));
    expect(new Set(flags)).toEqual(new Set([0, 1]));
  });
});

describe('a line of the log', () => {
  it('names the trace and the span in which it was written', async () => {
    const lines: string[] = [];
    const logger = createLogger({ service: 'a-test', level: 'info' }, { write: (line) => lines.push(line) });
    logger.info('outside');
    await inSpan('outer', { parent: null }, async () => logger.info('inside'));
    const [span] = await ended();
    const { traceId, spanId } = span?.spanContext() ?? {};
    expect(JSON.parse(lines[0] ?? '')).not.toHaveProperty('trace_id');
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({ msg: 'inside', trace_id: traceId, span_id: spanId });
  });
});

const never = (): never => {
  throw new Error('there is no active span');
};

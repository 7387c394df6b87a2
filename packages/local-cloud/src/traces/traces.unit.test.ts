import { describe, expect, it } from 'vitest';
import { describeTrace } from './describe-trace.ts';
import type { SeenSpan } from './seen-span.ts';
import { createTraceStore } from './trace-store.ts';

const aSpan = (spanId: string, more: Partial<SeenSpan> = {}): SeenSpan => ({
  traceId: 't1',
  spanId,
  parentId: null,
  name: spanId,
  kind: 'internal',
  service: 'gateway',
  startMs: 1_000,
  durationMs: 10,
  isFailed: false,
  attributes: {},
  links: [],
  ...more,
});

describe('the store of traces', () => {
  it('forgets the oldest trace when there are too many, of traces or of spans', () => {
    const byCount = createTraceStore({ traces: 2, spansOfOne: 10, spans: 100 });
    byCount.add(['t1', 't2', 't3'].map((traceId) => aSpan('s', { traceId })));
    expect(byCount.list().map(({ traceId }) => traceId)).toEqual(['t3', 't2']);
    const bySpans = createTraceStore({ traces: 10, spansOfOne: 10, spans: 3 });
    bySpans.add([aSpan('a'), aSpan('b'), aSpan('c', { traceId: 't2' }), aSpan('d', { traceId: 't2' })]);
    expect(bySpans.list().map(({ traceId, spans }) => [traceId, spans.length])).toEqual([['t2', 2]]);
  });

  it('says how many spans of one trace found no room, and counts none twice', () => {
    const store = createTraceStore({ traces: 10, spansOfOne: 2, spans: 100 });
    store.add([aSpan('a'), aSpan('a'), aSpan('b'), aSpan('c'), aSpan('d')]);
    expect(store.find('t1')).toMatchObject({ spans: [{ spanId: 'a' }, { spanId: 'b' }], leftOut: 2 });
  });
});

describe('a trace', () => {
  it('has each span below its parent, by when it began, however they came in', () => {
    const trace = describeTrace({
      traceId: 't1',
      leftOut: 0,
      spans: [
        aSpan('reaction', { parentId: 'late', service: 'product', startMs: 1_030, durationMs: 70 }),
        aSpan('late', { parentId: 'root', startMs: 1_005 }),
        aSpan('early', { parentId: 'root', startMs: 1_002, isFailed: true }),
        aSpan('root', { durationMs: 20 }),
      ],
    });
    expect(trace.spans.map(({ span, depth, afterMs }) => [span.spanId, depth, afterMs])).toEqual([
      ['root', 0, 0],
      ['early', 1, 2],
      ['late', 1, 5],
      ['reaction', 2, 30],
    ]);
    expect(trace).toMatchObject({
      durationMs: 100,
      answeredInMs: 20,
      isFailed: true,
      services: ['gateway', 'product'],
    });
  });

  it('shows a span whose parent is not there, and ends with spans that are each other’s parents', () => {
    const spans = [aSpan('orphan', { parentId: 'gone' }), aSpan('a', { parentId: 'b' }), aSpan('b', { parentId: 'a' })];
    const shown = describeTrace({ traceId: 't1', leftOut: 0, spans }).spans.map(({ span }) => span.spanId);
    expect(shown).toEqual(['orphan']);
  });

  it('is called by its operation, and by the field it asks for where that has no name', () => {
    const root = (attributes: Record<string, string>) => aSpan('root', { name: 'POST /graphql', attributes });
    const named = (spans: SeenSpan[]) => describeTrace({ traceId: 't1', leftOut: 0, spans }).operation;
    expect(named([root({})])).toBe('POST /graphql');
    expect(named([root({ 'graphql.operation.type': 'query', 'graphql.operation.name': 'Shop' })])).toBe('query Shop');
    const field = aSpan('f', { parentId: 'root', name: 'Mutation.checkout', service: 'order' });
    expect(named([root({ 'graphql.operation.type': 'mutation' }), field])).toBe('mutation checkout');
    expect(named([root({ 'graphql.operation.type': 'query' })])).toBe('query (unnamed)');
  });
});

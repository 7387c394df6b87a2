import type { SeenSpan } from './seen-span.ts';

/** What is known of one trace. */
export type SeenTrace = {
  readonly traceId: string;
  readonly spans: readonly SeenSpan[];
  /** How many of its spans found no room. */
  readonly leftOut: number;
};

export type TraceStore = {
  add(spans: readonly SeenSpan[]): void;
  /** The one whose first span came last is first. */
  list(): SeenTrace[];
  find(traceId: string): SeenTrace | undefined;
};

export type TraceLimits = { readonly traces: number; readonly spansOfOne: number; readonly spans: number };

/** At about a kilobyte a span no more than some ten megabytes. */
const defaultLimits: TraceLimits = { traces: 500, spansOfOne: 1_000, spans: 10_000 };

/** The last traces, in memory alone: they are for looking at, and gone with the process. */
export const createTraceStore = (limits: TraceLimits = defaultLimits): TraceStore => {
  const traces = new Map<string, { traceId: string; spans: SeenSpan[]; leftOut: number }>();
  let held = 0;
  const forgetOldest = (): void => {
    const [oldest] = traces.values();
    if (!oldest) return;
    traces.delete(oldest.traceId);
    held -= oldest.spans.length;
  };
  const addOne = (span: SeenSpan): void => {
    const trace = traces.get(span.traceId) ?? { traceId: span.traceId, spans: [], leftOut: 0 };
    traces.set(span.traceId, trace);
    // A process that got no answer in time sends again what we have.
    if (trace.spans.some(({ spanId }) => spanId === span.spanId)) return;
    if (trace.spans.length >= limits.spansOfOne) {
      trace.leftOut += 1;
      return;
    }
    trace.spans.push(span);
    held += 1;
    while (traces.size > limits.traces || held > limits.spans) forgetOldest();
  };
  return {
    add: (spans) => {
      for (const span of spans) addOne(span);
    },
    list: () => [...traces.values()].reverse(),
    find: (traceId) => traces.get(traceId),
  };
};

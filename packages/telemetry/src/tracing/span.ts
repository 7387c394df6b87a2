import { AsyncLocalStorage } from 'node:async_hooks';
import type { Attributes, Link, Span, SpanContext, Tracer } from '@opentelemetry/api';
import { spanContextOf } from './traceparent.ts';

export type { Span, SpanContext } from '@opentelemetry/api';

/** Names, counts, codes and ids of things: never what a client wrote, a person's data, a token or a statement's value. */
export type SpanAttributes = Attributes;

export type SpanOptions = {
  /** Whose side of a conversation it is, by OpenTelemetry; `internal` when it is none. */
  readonly kind?: keyof typeof kinds;
  readonly attributes?: SpanAttributes;
  /** What this belongs to: by default the active span; `null` begins a trace; a W3C `traceparent` continues another process's. */
  readonly parent?: Span | string | null;
  /** What this has to do with and is no part of, such as the other events of a batch. */
  readonly links?: readonly SpanContext[];
  /** Has the parent be a stranger's: the trace goes on, and whether it is recorded is decided here and not by them. */
  readonly isStrangers?: boolean;
};

/** SpanKind of the API, which is not loaded while tracing is off. */
const kinds = { internal: 0, server: 1, client: 2, producer: 3, consumer: 4 } as const;

/** What the API calls SpanStatusCode.ERROR. */
const errorStatus = 2;

type Tracing = {
  readonly tracer: Tracer;
  readonly api: typeof import('@opentelemetry/api');
  readonly strangers: symbol;
};

/** Undefined as long as tracing is off: then every span ends at one comparison, and nothing of the SDK is there. */
let tracing: Tracing | undefined;

const active = new AsyncLocalStorage<Span>();

/** From now on spans are made by this tracer; without one there are none. */
export const traceBy = (by: Tracing | undefined): void => {
  tracing = by;
};

/** Whether there are spans at all in this process. */
export const isTracing = (): boolean => tracing !== undefined;

/** The span in which the caller runs. */
export const activeSpan = (): Span | undefined => (tracing ? active.getStore() : undefined);

/** Begins a span that its caller ends; undefined while tracing is off. It does not become the active one. */
export const startSpan = (name: string, options: SpanOptions = {}): Span | undefined => {
  if (!tracing) return undefined;
  const { kind = 'internal', attributes, links = [], isStrangers = false } = options;
  const more = {
    ...(attributes && { attributes }),
    ...(links.length > 0 && { links: links.map((context): Link => ({ context })) }),
  };
  return tracing.tracer.startSpan(
    name,
    { kind: kinds[kind], ...more },
    contextOf(tracing, options.parent, isStrangers),
  );
};

const contextOf = ({ api, strangers }: Tracing, parent: SpanOptions['parent'], isStrangers: boolean) => {
  const found = parent === undefined ? active.getStore() : parent;
  const marked = isStrangers ? api.ROOT_CONTEXT.setValue(strangers, true) : api.ROOT_CONTEXT;
  if (found === null || found === undefined) return marked;
  if (typeof found !== 'string') return api.trace.setSpan(marked, found);
  const remote = spanContextOf(found);
  return remote ? api.trace.setSpanContext(marked, remote) : marked;
};

/** Runs the work with this span as the active one. The span is not ended. */
export const withSpan = <Result>(span: Span | undefined, work: () => Result): Result =>
  span ? active.run(span, work) : work();

/**
 * Runs the work in a span of its own, which ends when the work or its promise does; what is thrown is noted by its name
 * alone, as messages quote values. While tracing is off the work just runs, with no span.
 */
export const inSpan = <Result>(name: string, options: SpanOptions, work: (span?: Span) => Result): Result => {
  const span = startSpan(name, options);
  if (!span) return work();
  const failed = (error: unknown): never => {
    failSpan(span, errorTypeOf(error));
    span.end();
    throw error;
  };
  const succeeded = <Value>(value: Value): Value => {
    span.end();
    return value;
  };
  return active.run(span, () => {
    try {
      const result = work(span);
      // Here and not outside: Prisma's promises begin their work only when somebody waits for them.
      return isPromise(result) ? (result.then(succeeded, failed) as Result) : succeeded(result);
    } catch (error) {
      return failed(error);
    }
  });
};

/** The same inside a span that is recorded; elsewhere the work just runs: what has no cause of its own begins no trace. */
export const inChildSpan = <Result>(name: string, options: SpanOptions, work: (span?: Span) => Result): Result =>
  activeSpan()?.isRecording() ? inSpan(name, options, work) : work();

/** Notes that it went wrong: a code or the name of an error, never its message. */
export const failSpan = (span: Span | undefined, errorType: string): void => {
  span?.setAttribute('error.type', errorType).setStatus({ code: errorStatus });
};

/** The code of a GraphQL error, or the name of any other. */
export const errorTypeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'UnknownError';
  const { code } = (error as { extensions?: { code?: unknown } }).extensions ?? {};
  const type = typeof code === 'string' ? code : error.name;
  return /^\w{1,64}$/.test(type) ? type : 'Error';
};

const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';

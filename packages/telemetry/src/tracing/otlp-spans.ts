import type { SpanExporter } from '@opentelemetry/sdk-trace';

/**
 * Sends spans by OTLP over HTTP in JSON. The exporter is loaded with the first of them: it weighs more than everything
 * else of tracing together, and a process that starts has better things to do.
 */
export const otlpSpans = (options: { url?: string; timeoutMillis: number }): SpanExporter => {
  let loading: Promise<SpanExporter> | undefined;
  const load = async (): Promise<SpanExporter> => {
    const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http');
    return new OTLPTraceExporter(options);
  };
  const send = async (...[spans, done]: Parameters<SpanExporter['export']>): Promise<void> => {
    try {
      loading ??= load();
      (await loading).export(spans, done);
    } catch (error) {
      done({ code: 1, error: error instanceof Error ? error : new Error(String(error)) });
    }
  };
  return {
    export: (spans, done) => void send(spans, done),
    forceFlush: async () => (await loading)?.forceFlush?.(),
    shutdown: async () => (await loading)?.shutdown(),
  };
};

import { type DestinationStream, type Logger, pino } from 'pino';
import { errorEntry } from './error-entry.ts';
import { activeSpan } from './tracing/span.ts';

export type { Logger };

/** What may hold a credential or a person's data is cut out wherever it stands in a logged object. */
const secrets = [
  'authorization',
  'cookie',
  'password',
  'token',
  'accessToken',
  'email',
  'paymentMethodToken',
  'guestToken',
];

/** Under the names that OpenTelemetry gives them where a log is no OTLP ("Trace Context in non-OTLP Log Formats"). */
const traceOfLine = (): Record<string, string> => {
  const context = activeSpan()?.spanContext();
  return context ? { trace_id: context.traceId, span_id: context.spanId } : {};
};

/**
 * A logger that writes one line of JSON an entry to standard output (or to the given stream).
 * `service` names the process, `level` is pino's. Log ids, never names, addresses, tokens or whole commands; errors go
 * under `err`. What is written within a trace carries its `trace_id` and `span_id`.
 */
export const createLogger = (
  { service, level }: { service: string; level: string },
  destination?: DestinationStream,
): Logger => {
  const options = {
    level,
    base: { service },
    mixin: traceOfLine,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: errorEntry },
    redact: { paths: secrets.flatMap((name) => [name, `*.${name}`]), censor: '[redacted]' },
  };
  return destination ? pino(options, destination) : pino(options);
};

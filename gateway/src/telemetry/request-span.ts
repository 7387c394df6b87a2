import { isTracing, readTrace, type Span, type SpanOptions, startSpan, type TraceHeader } from '@cartograph/telemetry';
import type { FastifyRequest } from 'fastify';

/** What is made of the trace that a caller names; see `incomingTraceConfig`. */
export type IncomingTrace = {
  readonly TELEMETRY_INCOMING: 'restart' | 'continue';
  readonly TELEMETRY_PROPAGATORS: readonly TraceHeader[];
  readonly TELEMETRY_REQUEST_ID_HEADER?: string | undefined;
};

/** Asked all the time by whoever watches the process; a trace of each would bury the others. */
const untraced = new Set(['/health', '/ready']);

type Opening = { correlationId: string; incoming: IncomingTrace };

/**
 * Begins the span of a request to one of our routes. The door is public: neither the caller's trace nor its wish to have
 * it recorded is taken over unless the configuration says so, and never the wish.
 */
export const startRequestSpan = (request: FastifyRequest, { correlationId, incoming }: Opening): Span | undefined => {
  const route = request.routeOptions.url;
  if (!isTracing() || route === undefined || untraced.has(route) || request.method === 'OPTIONS') return undefined;
  const attributes = {
    'http.request.method': request.method,
    'http.route': route,
    'cartograph.correlation.id': correlationId,
    ...requestIdOf(request, incoming),
  };
  return startSpan(`${request.method} ${route}`, { kind: 'server', attributes, ...originOf(request, incoming) });
};

const originOf = ({ headers }: FastifyRequest, incoming: IncomingTrace): SpanOptions => {
  const caller = readTrace(headers, incoming.TELEMETRY_PROPAGATORS);
  if (!caller) return { parent: null };
  if (incoming.TELEMETRY_INCOMING === 'restart') return { parent: null, links: [caller] };
  return { parent: `00-${caller.traceId}-${caller.spanId}-00`, isStrangers: true };
};

/** API Gateway's id of the request, by which its log and ours are brought together. */
const requestIdOf = ({ headers }: FastifyRequest, { TELEMETRY_REQUEST_ID_HEADER: header }: IncomingTrace) => {
  const id = header === undefined ? undefined : headers[header];
  return typeof id === 'string' && /^[\w=.-]{1,64}$/.test(id) ? { 'aws.request_id': id } : {};
};

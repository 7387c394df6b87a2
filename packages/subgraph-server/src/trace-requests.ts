import { record, type Span, startSpan, withSpan } from '@cartograph/telemetry';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { requestOf } from './viewer-door.ts';

const graphRoute = '/graphql';
const about = { 'http.request.method': 'POST', 'http.route': graphRoute };

/**
 * Answers each request of the gateway within a span that continues its trace, and notes how long it took. Behind the
 * door: whoever is not the gateway has no trace continued.
 */
export const traceRequests = (app: FastifyInstance): void => {
  // Not earlier: reading the body leaves the asynchronous context in which onRequest ran.
  app.addHook('preHandler', (request, reply, done) => {
    if (request.routeOptions.url !== graphRoute) return done();
    const span = spanOf(request);
    const startedAtMs = performance.now();
    reply.raw.once('close', () => end(reply, { span, seconds: (performance.now() - startedAtMs) / 1_000 }));
    withSpan(span, done);
  });
};

const spanOf = (request: FastifyRequest): Span | undefined => {
  const { cause, correlationId } = requestOf(request);
  const attributes = { ...about, 'cartograph.correlation.id': correlationId };
  return startSpan(`POST ${graphRoute}`, { kind: 'server', attributes, parent: cause.traceparent });
};

const end = (
  { raw, statusCode }: FastifyReply,
  { span, seconds }: { span: Span | undefined; seconds: number },
): void => {
  const answered = raw.writableFinished ? { 'http.response.status_code': statusCode } : { 'error.type': 'client_gone' };
  const failed = raw.writableFinished && statusCode >= 500 ? { 'error.type': String(statusCode) } : {};
  span?.setAttributes({ ...answered, ...failed }).end();
  record('http.server.request.duration', seconds, { ...about, ...answered, ...failed });
};

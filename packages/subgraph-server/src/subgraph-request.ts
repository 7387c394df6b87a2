import { clientAddressHeader, clientAgentHeader, type Viewer } from '@cartograph/viewer';

/** Why and for whom a change is made, as the outbox wants it. */
export type RequestCause = {
  readonly correlationId: string;
  readonly causationId: null;
  readonly traceparent: string | null;
  readonly actor: { readonly kind: 'USER' | 'GUEST' | 'MACHINE'; readonly id: string | null };
};

/** What a subgraph knows of one request of the gateway. Each subgraph's context extends it. */
export type SubgraphRequest = {
  readonly viewer: Viewer;
  readonly correlationId: string;
  readonly cause: RequestCause;
  readonly client: RequestClient;
};

/** Where a request came from. Personal data: never logged, never in an event. Null where the gateway does not tell it. */
export type RequestClient = { readonly address: string | null; readonly userAgent: string | null };

const traceparentPattern = /^[\da-f]{2}-[\da-f]{32}-[\da-f]{16}-[\da-f]{2}$/;

/** Builds the request from the verified viewer and the headers; malformed headers are as if they were not sent. */
export const subgraphRequest = (viewer: Viewer, headers: Readonly<Record<string, unknown>>): SubgraphRequest => {
  const correlationId = correlationIdIn(headers);
  const traceparent = textOf(headers.traceparent, traceparentPattern);
  const cause = { correlationId, causationId: null, traceparent, actor: actorOf(viewer) };
  return { viewer, correlationId, cause, client: clientOf(headers) };
};

/** What the gateway sends, or a new one. */
export const correlationIdIn = (headers: Readonly<Record<string, unknown>>): string =>
  textOf(headers['x-correlation-id'], /^[\w=-]{8,64}$/) ?? crypto.randomUUID();

const clientOf = (headers: Readonly<Record<string, unknown>>): RequestClient => ({
  address: textOf(headers[clientAddressHeader], /^[\da-fA-F.:]{2,45}$/),
  userAgent: textOf(headers[clientAgentHeader], /^[\x20-\x7e]{1,512}$/),
});

const textOf = (value: unknown, pattern: RegExp): string | null =>
  typeof value === 'string' && pattern.test(value) ? value : null;

const actorOf = (viewer: Viewer): RequestCause['actor'] => {
  if (viewer.userId) return { kind: 'USER', id: viewer.userId };
  if (viewer.clientId) return { kind: 'MACHINE', id: viewer.clientId };
  return { kind: 'GUEST', id: null };
};

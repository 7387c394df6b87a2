import { AsyncLocalStorage } from 'node:async_hooks';
import { newTraceId, type Span, withSpan } from '@cartograph/telemetry';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { clientAddress, correlationIdOf, type ProxyHeaders } from './behind-proxies.ts';
import type { CountedCost } from './limits/answered-cost.ts';
import { type ClientIdentity, clientIdentityOf } from './operations/client-identity.ts';
import { type IncomingTrace, startRequestSpan } from './telemetry/request-span.ts';

/** What the gateway knows of one incoming request, from its first byte on. */
export type EdgeRequest = {
  /** In the response header, in masked errors, in our log and in every subgraph's. */
  readonly correlationId: string;
  /** The span of the whole request; undefined while tracing is off. */
  readonly span: Span | undefined;
  /** W3C trace id of this request, made here unless TELEMETRY_INCOMING says otherwise: a client's `traceparent` is dropped. */
  readonly traceId: string;
  readonly startedAtMs: number;
  readonly client: ClientIdentity;
  /** Where it came from: personal data, told to the user subgraph alone and never logged. */
  readonly origin: { readonly address: string; readonly userAgent: string | undefined };
  /** Aborted when the client goes away before it has its answer. */
  readonly clientGone: AbortSignal;
  /** Aborted when nobody waits for the answer any more: the client went away, or the operation took too long. */
  readonly unwanted: AbortSignal;
  /** Calls off what the operation still waits for. */
  readonly giveUp: () => void;
  /** Subgraph -> number of requests sent to it. */
  readonly fetches: Map<string, number>;
  /** What each subgraph that was asked says of keeping its answer; empty text where it says nothing. */
  readonly cacheControls: string[];
  readonly errorCodes: string[];
  /** The body of the response, where it was kept as it is to be sent. */
  readyBody: Buffer | undefined;
  operation: { name: string | null; kind: string | null } | null;
  /** Of the operation, once it is known what it can answer. */
  cost: CountedCost | null;
};

const known = new WeakMap<FastifyRequest, EdgeRequest>();
const current = new AsyncLocalStorage<EdgeRequest>();

/** The request header and response header of the correlation id. */
export const correlationHeader = 'x-correlation-id';

/** Gives every request its edge request and every response its correlation id. */
export const openEdgeRequests = (app: FastifyInstance, incoming: Incoming): void => {
  app.addHook('onRequest', async (request, reply) => {
    const gone = new AbortController();
    const edge = newEdgeRequest(request, { clientGone: gone.signal, incoming });
    known.set(request, edge);
    void reply.header(correlationHeader, edge.correlationId);
    reply.raw.once('close', () => {
      if (reply.raw.writableFinished) return;
      gone.abort();
      edge.giveUp();
    });
  });
  // Not earlier: reading the body leaves the asynchronous context in which onRequest ran.
  app.addHook('preHandler', (request, _reply, done) => {
    const edge = edgeRequestOf(request);
    withSpan(edge.span, () => current.run(edge, done));
  });
};

type Incoming = IncomingTrace & ProxyHeaders;
type Opening = { clientGone: AbortSignal; incoming: Incoming };

const newEdgeRequest = (request: FastifyRequest, { clientGone, incoming }: Opening): EdgeRequest => {
  const { headers } = request;
  const unwanted = new AbortController();
  const correlationId = correlationIdOf(request, incoming);
  const span = startRequestSpan(request, { correlationId, incoming });
  return {
    correlationId,
    span,
    traceId: span?.spanContext().traceId ?? newTraceId(),
    startedAtMs: performance.now(),
    client: clientIdentityOf(headers),
    origin: { address: clientAddress(request, incoming), userAgent: headers['user-agent'] },
    clientGone,
    unwanted: unwanted.signal,
    giveUp: () => unwanted.abort(),
    fetches: new Map(),
    cacheControls: [],
    errorCodes: [],
    readyBody: undefined,
    operation: null,
    cost: null,
  };
};

export const edgeRequestOf = (request: FastifyRequest): EdgeRequest => {
  const edge = known.get(request);
  if (!edge) throw new Error('a request was handled before it was opened');
  return edge;
};

/** The request being answered, for Apollo's hooks that are not told which one it is. */
export const currentEdgeRequest = (): EdgeRequest | undefined => current.getStore();

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Limits, limitTable } from '@cartograph/graph-limits';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { isOfGraph } from '../graph-paths.ts';
import type { OverloadGate } from './overload-gate.ts';

const { code, status } = limitTable.concurrency;
// A text and no buffer: Node then writes head and body with one call. It is ASCII, so that it is as long as its bytes.
const refusal = JSON.stringify({
  errors: [{ message: 'This server has more to do than it can. Try again.', extensions: { code } }],
});
const type = 'application/json; charset=utf-8';

/**
 * Refuses what is more than this process gets done, as the first thing that happens to a request: before its body is read, a
 * viewer identified or a line logged. What is refused must cost next to nothing, or the refusals themselves are the overload.
 */
export const refuseOverload = (app: FastifyInstance, gate: OverloadGate): void => {
  app.addHook('onClose', async () => gate.stop());
  // With a callback: a promise for each would be a good part of what a refusal costs.
  app.addHook('onRequest', (request, reply, next) => {
    if (!isOfGraph(request) || request.method === 'OPTIONS') return next();
    if (gate.isFull()) return refuse(reply, gate.refuse());
    reply.raw.once('close', gate.enter());
    next();
  });
};

const refuse = (reply: FastifyReply, retryAfterSeconds: number): void => {
  void reply.header('retry-after', String(retryAfterSeconds));
  void reply.header('cache-control', 'no-store');
  void reply.code(status).type(type).send(refusal);
};

type Serving = { gate: OverloadGate; limits: Pick<Limits, 'requestMs' | 'idleMs'> };
type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Fastify's `serverFactory`: refuses what most of an overload is before Fastify sees it, at a third of the cost. A page of
 * another origin goes on to the hook, whose answer it may read.
 */
export const serverBehind =
  ({ gate, limits }: Serving) =>
  (handler: Handler): Server => {
    // Node takes the larger of the two time-outs for the whole request, and looks for late ones every 30 s by default.
    const timeouts = { requestTimeout: limits.requestMs, headersTimeout: limits.requestMs };
    const server = createServer({ ...timeouts, connectionsCheckingInterval: 1_000 }, (request, response) => {
      const isPlain = request.url === '/graphql' && request.method === 'POST' && request.headers.origin === undefined;
      if (isPlain && gate.isFull()) refusePlainly(response, gate.refuse());
      else handler(request, response);
    });
    // As Fastify has it: longer than a load balancer keeps a connection (60 s), which else sends into one that is being closed.
    server.keepAliveTimeout = 72_000;
    server.setTimeout(limits.idleMs);
    return server;
  };

const refusePlainly = (response: ServerResponse, retryAfterSeconds: number): void => {
  response.writeHead(status, [
    'content-type',
    type,
    'content-length',
    String(refusal.length),
    'cache-control',
    'no-store',
    'retry-after',
    String(retryAfterSeconds),
  ]);
  response.end(refusal, 'latin1');
};

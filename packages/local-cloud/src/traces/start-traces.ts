import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Log } from '../log.ts';
import { isOwnRequest, pageHeaders } from '../pages/own-request.ts';
import { describeTrace } from './describe-trace.ts';
import { listPage } from './list-page.ts';
import { readOtlp } from './read-otlp.ts';
import { missingPage, tracePage } from './trace-page.ts';
import { createTraceStore, type TraceStore } from './trace-store.ts';

export type Traces = {
  /** The page, and for TELEMETRY_ENDPOINT; `/spans?trace=` below it is the same as JSON. */
  url: string;
  stop(): Promise<void>;
};

const host = '127.0.0.1';
const maxBytes = 8 * 1024 * 1024;

/** Starts a collector that takes spans by OTLP over HTTP in JSON and hands them on to nobody, and the page that shows them. */
export const startTraces = async ({ port, log }: { port: number; log: Log }): Promise<Traces> => {
  const store = createTraceStore();
  const server = createServer((request, response) => {
    answer(store, request, response).catch((error: unknown) => {
      log.warn({ err: error }, 'a request for traces could not be answered');
      response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return {
    url: `http://${host}:${typeof address === 'object' && address ? address.port : 0}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

const answer = async (store: TraceStore, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://traces');
  if (!isOwnRequest(request)) return void response.writeHead(404).end();
  if (request.method === 'POST' && pathname === '/v1/traces') return takeIn(store, request, response);
  if (request.method !== 'GET') return void response.writeHead(405, { allow: 'GET' }).end();
  if (pathname === '/spans') return answerSpans(store, searchParams.get('trace'), response);
  if (pathname === '/') {
    const traces = store.list().map(describeTrace);
    return void response.writeHead(200, pageHeaders).end(listPage(traces));
  }
  const [, traceId] = /^\/traces\/([\da-f]{32})$/.exec(pathname) ?? [];
  const trace = traceId === undefined ? undefined : store.find(traceId);
  if (trace) response.writeHead(200, pageHeaders).end(tracePage(describeTrace(trace)));
  else response.writeHead(404, pageHeaders).end(missingPage);
};

const takeIn = async (store: TraceStore, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  // A page of another origin cannot send this type without asking first, and nobody answers its question.
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) return refuse(response, 415, 'Send JSON.');
  const body = await readUpTo(maxBytes, request);
  if (body === null) return refuse(response, 413, `At most ${maxBytes} bytes.`);
  try {
    store.add(readOtlp(body));
  } catch {
    return refuse(response, 400, 'This is no ExportTraceServiceRequest in JSON.');
  }
  response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
};

/** The body as text; null when it is longer than that. */
const readUpTo = async (bytes: number, request: IncomingMessage): Promise<string | null> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > bytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
};

/** In OTLP's form of an error: a Status with its message. */
const refuse = (response: ServerResponse, status: number, message: string): void => {
  response
    .writeHead(status, { 'content-type': 'application/json', connection: 'close' })
    .end(JSON.stringify({ message }));
};

const answerSpans = (store: TraceStore, traceId: string | null, response: ServerResponse): void => {
  const traces = traceId === null ? store.list() : [store.find(traceId)];
  const spans = traces.flatMap((trace) => trace?.spans ?? []);
  response
    .writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify(spans));
};

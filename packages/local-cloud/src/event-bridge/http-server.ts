import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Log } from '../log.ts';
import type { BridgeContext } from './actions/action.ts';
import { actionTable } from './actions/action-table.ts';
import { AwsError } from './aws-error.ts';
import { isObject, type Json, type JsonObject } from './patterns/json.ts';

/** Twice what a request may hold, as JSON text in JSON text grows by its escapes. */
const longestBody = 1024 * 1024;

export type HttpOptions = { context: BridgeContext; log: Log; isReady: () => boolean };

/** The HTTP server of the AWS JSON 1.1 protocol, with /health (alive) and /ready beside it. It does not listen yet. */
export function createHttpServer(options: HttpOptions): Server {
  const server = createServer((request, response) => {
    answer(request, options).then(
      ({ status, body }) => write(response, status, body),
      (error: unknown) => writeError(response, error, options.log),
    );
  });
  // Clients keep their connections; one closed between two requests would cost them a retry.
  server.keepAliveTimeout = 72_000;
  return server;
}

type Answer = { status: number; body: object };

async function answer(request: IncomingMessage, { context, isReady }: HttpOptions): Promise<Answer> {
  if (request.method === 'GET' && request.url === '/health') return { status: 200, body: { status: 'alive' } };
  if (request.method === 'GET' && request.url === '/ready') {
    return isReady() ? { status: 200, body: { status: 'ready' } } : { status: 503, body: { status: 'starting' } };
  }
  const [service, operation = ''] = String(request.headers['x-amz-target']).split('.');
  const action = actionTable.get(operation);
  const body = await readBody(request);
  if (request.method !== 'POST' || service !== 'AWSEvents' || action === undefined) {
    throw new AwsError('UnknownOperationException', `${operation || 'No operation'} is not served here.`);
  }
  return { status: 200, body: await action(parseBody(body), context) };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > longestBody) throw new AwsError('RequestEntityTooLargeException', 'The request is too large.', 413);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseBody(text: string): JsonObject {
  let body: Json;
  try {
    body = JSON.parse(text || '{}') as Json;
  } catch {
    throw new AwsError('SerializationException', 'The request is not JSON.');
  }
  if (!isObject(body)) throw new AwsError('SerializationException', 'The request is not a JSON object.');
  return body;
}

function writeError(response: ServerResponse, error: unknown, log: Log): void {
  if (error instanceof AwsError) {
    write(response, error.status, { __type: error.type, message: error.message });
    return;
  }
  log.error({ err: error }, 'an operation failed');
  // The SDK tries again on 500; a full disk or a locked store may be gone by then.
  write(response, 500, { __type: 'InternalException', message: 'Internal error.' });
}

function write(response: ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body);
  const headers = {
    'content-type': 'application/x-amz-json-1.1',
    'content-length': Buffer.byteLength(text),
    'x-amzn-requestid': randomUUID(),
    // What was too large is not read to its end, so the connection cannot be used again.
    ...(status === 413 ? { connection: 'close' } : {}),
  };
  response.writeHead(status, headers).end(text);
}

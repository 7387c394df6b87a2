import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { limitTable } from '@cartograph/graph-limits';
import { count } from '@cartograph/telemetry';

type Refusal = { status: number; reason: string; code: string; message: string };

const { code: timeoutCode } = limitTable.requestMs;
const refusals: Readonly<Record<string, Refusal>> = {
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    reason: 'Request Timeout',
    code: timeoutCode,
    message: 'The request was not sent to its end in time.',
  },
  HPE_HEADER_OVERFLOW: {
    status: 431,
    reason: 'Request Header Fields Too Large',
    code: 'BAD_REQUEST',
    message: 'The headers of the request are too large.',
  },
};
const nonsense: Refusal = { status: 400, reason: 'Bad Request', code: 'BAD_REQUEST', message: 'This is not HTTP.' };

/** Fastify's `clientErrorHandler`: answers what never became a request, in the shape of a GraphQL error, and closes its connection. */
export const refuseUnfinished = (error: NodeJS.ErrnoException, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const { status, reason, code, message } = refusals[error.code ?? ''] ?? nonsense;
  if (code === timeoutCode) count('cartograph.gateway.refusals', 1, { 'error.type': code });
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  const head = [
    `HTTP/1.1 ${status} ${reason}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.destroySoon();
};

/** A connection on which nothing moves is closed, and counted: there is nobody to whom an answer could be told. */
export const closeIdleConnections = (server: Server): void => {
  server.on('timeout', (socket: Socket) => {
    count('cartograph.gateway.refusals', 1, { 'error.type': 'IDLE_CONNECTION' });
    socket.destroy();
  });
};

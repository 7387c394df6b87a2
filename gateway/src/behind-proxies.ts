import { randomUUID } from 'node:crypto';
import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';

const headerName = z
  .string()
  .regex(/^[\w-]{1,64}$/, 'is not the name of a header')
  .transform((name) => name.toLowerCase());

/** What proxies of ours may tell in headers that they write themselves, over whatever a client sent. */
export const proxyConfig = {
  CLIENT_ADDRESS_HEADER: headerName
    .optional()
    .describe(
      'The header in which a proxy says who asks, instead of X-Forwarded-For. Only where nobody reaches the gateway past that proxy.',
    ),
};

export type ProxyHeaders = {
  readonly CLIENT_ADDRESS_HEADER?: string | undefined;
  /** Of `incomingTraceConfig`: the request's id in the proxy's log, in our traces and everywhere else. */
  readonly TELEMETRY_REQUEST_ID_HEADER?: string | undefined;
};

type Incoming = Pick<FastifyRequest, 'headers' | 'ip'>;

const told = ({ headers }: Incoming, header: string | undefined): string | undefined => {
  const value = header === undefined ? undefined : headers[header];
  return typeof value === 'string' ? value.trim() : undefined;
};

/** The address of who asks; a proxy's header that holds none is not believed. */
export const clientAddress = (request: Incoming, { CLIENT_ADDRESS_HEADER }: ProxyHeaders): string => {
  const address = told(request, CLIENT_ADDRESS_HEADER);
  return address !== undefined && isIP(address) !== 0 ? address : request.ip;
};

/** The proxy's id of this request, or a new one. */
export const correlationIdOf = (request: Incoming, { TELEMETRY_REQUEST_ID_HEADER }: ProxyHeaders): string => {
  const id = told(request, TELEMETRY_REQUEST_ID_HEADER);
  return id !== undefined && /^[\w=-]{8,64}$/.test(id) ? id : randomUUID();
};

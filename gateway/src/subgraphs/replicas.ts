import { type Exchanged, type ExchangeRequest, exchange } from '@cartograph/http-exchange';
import { type Dispatcher, Pool } from 'undici';
import type { Resilience } from './resilience-settings.ts';

export type ReplicaLimits = Pick<Resilience, 'connections' | 'connectTimeoutMs' | 'timeoutMs'>;

export type ReplicaRequest = ExchangeRequest;

/** One address, with its own bounded pool of kept-alive connections. */
export type Replica = {
  /** Its answer, as it comes. */
  request: (request: ReplicaRequest) => Promise<Dispatcher.ResponseData>;
  /** Its answer, when it is there to the end. */
  exchange: (request: ReplicaRequest) => Promise<Exchanged>;
  close: () => Promise<void>;
};

/** Opens nothing yet: connections are made when they are needed. */
export const connectReplica = (url: string, limits: ReplicaLimits): Replica => {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, {
    connections: limits.connections,
    connect: { timeout: limits.connectTimeoutMs },
    headersTimeout: limits.timeoutMs,
    bodyTimeout: limits.timeoutMs,
  });
  const base = pathname.replace(/\/$/, '');
  return {
    request: ({ path, ...options }) => pool.request({ ...options, path: `${base}${path}` }),
    exchange: (request) => exchange(pool, { ...request, path: `${base}${request.path}` }),
    close: () => pool.destroy(),
  };
};

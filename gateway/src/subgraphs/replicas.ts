import { type Dispatcher, Pool } from 'undici';
import type { Resilience } from './resilience-settings.ts';

export type ReplicaLimits = Pick<Resilience, 'connections' | 'connectTimeoutMs' | 'timeoutMs'>;

export type ReplicaRequest = {
  path: string;
  method: 'GET' | 'HEAD' | 'POST';
  headers?: Record<string, string>;
  body?: string;
  signal?: AbortSignal;
};

/** One address, with its own bounded pool of kept-alive connections. */
export type Replica = {
  request: (request: ReplicaRequest) => Promise<Dispatcher.ResponseData>;
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
    close: () => pool.destroy(),
  };
};

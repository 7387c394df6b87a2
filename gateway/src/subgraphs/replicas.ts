import { type Dispatcher, Pool } from 'undici';
import type { GatewayConfig } from '../config.ts';

export type ReplicaLimits = Pick<
  GatewayConfig,
  'SUBGRAPH_CONNECTIONS' | 'SUBGRAPH_CONNECT_TIMEOUT_MS' | 'SUBGRAPH_TIMEOUT_MS'
>;

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

/** The addresses of one subgraph; `inTurn` gives all of them, beginning with the next one. */
export type Replicas = { inTurn: () => Replica[]; close: () => Promise<void> };

export const connectReplicas = (urls: readonly string[], limits: ReplicaLimits): Replicas => {
  const replicas = urls.map((url) => connectReplica(url, limits));
  let turn = 0;
  return {
    inTurn: () => {
      turn = (turn + 1) % replicas.length;
      return [...replicas.slice(turn), ...replicas.slice(0, turn)];
    },
    close: async () => {
      await Promise.all(replicas.map((replica) => replica.close()));
    },
  };
};

/** Opens nothing yet: connections are made when they are needed. */
export const connectReplica = (url: string, limits: ReplicaLimits): Replica => {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, {
    connections: limits.SUBGRAPH_CONNECTIONS,
    connect: { timeout: limits.SUBGRAPH_CONNECT_TIMEOUT_MS },
    headersTimeout: limits.SUBGRAPH_TIMEOUT_MS,
    bodyTimeout: limits.SUBGRAPH_TIMEOUT_MS,
  });
  const base = pathname.replace(/\/$/, '');
  return {
    request: ({ path, ...options }) => pool.request({ ...options, path: `${base}${path}` }),
    close: () => pool.destroy(),
  };
};

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hear, newKeyPair } from '@cartograph/testing';
import type { Aged, Held, Kept } from './tell-memory.ts';
import { composeShop } from './test-shop.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const sdl = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key"])
  type Query { products(first: Int, after: String): [Product!]! }
  type Mutation { touch: [Product!]! }
  type Product @key(fields: "id") { id: ID! slug: String! title: String! vendor: String variants: [Variant!]! }
  type Variant @key(fields: "id") { id: ID! sku: String title: String! }`;

/** A gateway as it is in production, alone in its process, over a subgraph that costs next to nothing. */
export type MeasuredGateway = {
  readonly url: string;
  readonly supergraphPath: string;
  readonly pids: { readonly gateway: number; readonly subgraph: number };
  /** What it keeps after a collection. */
  readonly kept: () => Promise<Kept>;
  /** For how long its event loop was held since this was asked last. */
  readonly held: () => Promise<Held>;
  /** What grew old in it since this was asked last. */
  readonly aged: () => Promise<Aged>;
  /** Resolves when it next logs that. */
  readonly logs: (message: string) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Of which every subgraph is the one that costs next to nothing. */
export type MeasuredGraph = { readonly supergraphSdl: string; readonly subgraphs: readonly string[] };

const productsAlone = (): MeasuredGraph => ({ supergraphSdl: composeShop({ product: sdl }), subgraphs: ['product'] });

export const startMeasuredGateway = async (
  settings: Readonly<Record<string, string>> = {},
  { supergraphSdl, subgraphs }: MeasuredGraph = productsAlone(),
): Promise<MeasuredGateway> => {
  const folder = await mkdtemp(join(tmpdir(), 'cartograph-measured-'));
  const supergraphPath = join(folder, 'supergraph.graphql');
  await writeFile(supergraphPath, supergraphSdl);
  const subgraph = fork(at('./still-subgraph.ts'), { execArgv: [] });
  const { url: still } = await hear<{ url: string }>(subgraph);
  const [viewerKeys, guestKeys] = [await newKeyPair('gateway'), await newKeyPair('guest')];
  const gateway = fork(at('../../src/main.ts'), {
    execArgv: ['--expose-gc', '--import', at('./tell-memory.ts')],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: {
      HOST: '127.0.0.1',
      PORT: '0',
      NODE_ENV: 'production',
      VIEWER_PRIVATE_JWK: JSON.stringify(viewerKeys.privateJwk),
      GUEST_JWKS: JSON.stringify(guestKeys.publicJwks),
      OIDC_ISSUERS: JSON.stringify([{ issuer: still, audience: 'cartograph' }]),
      SUBGRAPH_URLS: JSON.stringify(Object.fromEntries(subgraphs.map((name) => [name, still]))),
      SUPERGRAPH_PATH: supergraphPath,
      ...settings,
    },
  });
  const url = await addressOf(gateway);
  const ask = <Told>(question: 'tell' | 'held' | 'aged'): Promise<Told> => {
    const heard = hear<Told>(gateway);
    gateway.send(question);
    return heard;
  };
  return {
    url,
    pids: { gateway: gateway.pid ?? Number.NaN, subgraph: subgraph.pid ?? Number.NaN },
    supergraphPath,
    kept: () => ask<Kept>('tell'),
    held: () => ask<Held>('held'),
    aged: () => ask<Aged>('aged'),
    logs: (message) => logLine(gateway, message),
    stop: async () => {
      await Promise.all([end(gateway), end(subgraph)]);
      await rm(folder, { recursive: true });
    },
  };
};

/** It says so in its log. What it logs further is read and dropped, or the pipe would fill. */
const addressOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let heard = '';
    child.once('exit', (code) => reject(new Error(`the measured gateway ended with ${code}: ${heard}`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      if (heard.length < 100_000) heard += chunk.toString();
      const url = /"url":"(http[^"]+)","msg":"ready"|"url":"(http[^"]+)"/.exec(heard);
      if (url) resolve(url[1] ?? url[2] ?? '');
    });
  });

const logLine = (child: ChildProcess, message: string): Promise<void> =>
  new Promise((resolve) => {
    const read = (chunk: Buffer): void => {
      if (!chunk.includes(message)) return;
      child.stdout?.off('data', read);
      resolve();
    };
    child.stdout?.on('data', read);
  });

const end = async (child: ChildProcess): Promise<void> => {
  const ended = once(child, 'exit');
  child.disconnect();
  await ended;
};

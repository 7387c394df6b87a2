import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '@cartograph/telemetry';
import { newKeyPair } from '@cartograph/testing';
import { createGuestTokenSigner } from '@cartograph/viewer';
import type { JWK } from 'jose';
import { readGatewayConfig } from '../../src/config.ts';
import { createGateway } from '../../src/create-gateway.ts';
import { startTestIssuer, type TestIssuer } from './test-issuer.ts';
import { composeShop, orderResolvers, productResolvers, shopSdl } from './test-shop.ts';
import { type Resolvers, startTestSubgraph, type TestSubgraph } from './test-subgraph.ts';

export type Answer = {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it asked for
  data?: any;
  errors?: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
  text: string;
};

export type LogLine = { level: string; msg: string; fetches?: Record<string, number>; correlationId?: string } & Record<
  string,
  unknown
>;

export type TestGateway = {
  url: string;
  ask: (
    query: string,
    options?: { headers?: Record<string, string>; variables?: Record<string, unknown>; signal?: AbortSignal },
  ) => Promise<Answer>;
  logged: LogLine[];
  product: TestSubgraph;
  order: TestSubgraph;
  issuer: TestIssuer;
  signGuestToken: (id: string, generation?: number) => Promise<string>;
  supergraphPath: string;
  environment: Record<string, string>;
  stop: () => Promise<void>;
};

/** What the two subgraphs are. */
export type TestShop = {
  sdl: { product: string; order: string };
  resolvers: { product: Resolvers; order: Resolvers };
};

const wholeShop: TestShop = { sdl: shopSdl, resolvers: { product: productResolvers, order: orderResolvers } };

/** The gateway over real HTTP, before two real subgraphs and a real OpenID issuer. `environment` overrides its settings. */
export const startTestGateway = async (
  environment: Record<string, string> | ((urls: { product: string; order: string }) => Record<string, string>) = {},
  { sdl, resolvers }: TestShop = wholeShop,
): Promise<TestGateway> => {
  const folder = await mkdtemp(join(tmpdir(), 'cartograph-gateway-'));
  const viewerKeys = await newKeyPair('gateway');
  const guestKeys = await newKeyPair('guest');
  const issuer = await startTestIssuer();
  const start = (name: 'product' | 'order') =>
    startTestSubgraph({ name, sdl: sdl[name], resolvers: resolvers[name], viewerJwks: viewerKeys.publicJwks });
  const [product, order] = [await start('product'), await start('order')];
  const supergraphPath = join(folder, 'supergraph.graphql');
  await writeFile(supergraphPath, composeShop(sdl));
  const settings = {
    PORT: '0',
    NODE_ENV: 'test',
    LOG_LEVEL: 'info',
    VIEWER_PRIVATE_JWK: JSON.stringify(viewerKeys.privateJwk),
    OIDC_ISSUERS: JSON.stringify([{ issuer: issuer.url, audience: 'cartograph' }]),
    GUEST_JWKS: JSON.stringify(guestKeys.publicJwks),
    SUBGRAPH_URLS: JSON.stringify({ product: product.url, order: order.url }),
    SUPERGRAPH_PATH: supergraphPath,
    // Most tests look at what reaches the subgraphs, which is nothing for what is known.
    CACHE: 'off',
    ...(typeof environment === 'function' ? environment({ product: product.url, order: order.url }) : environment),
  };
  const { logged, logger } = rememberingLogger();
  const { app, stop } = await createGateway({ config: readGatewayConfig(settings), logger });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    url,
    ask: askAt(url),
    logged,
    product,
    order,
    issuer,
    signGuestToken: guestTokensBy(guestKeys.privateJwk),
    supergraphPath,
    environment: settings,
    stop: async () => {
      await stop();
      await Promise.all([product.stop(), order.stop(), issuer.stop()]);
      await rm(folder, { recursive: true });
    },
  };
};

const guestTokensBy = (privateJwk: JWK): TestGateway['signGuestToken'] => {
  const sign = createGuestTokenSigner({ privateJwk, lifetimeSeconds: 60 });
  return (id, generation = 1) => sign({ id, generation });
};

const rememberingLogger = () => {
  const logged: LogLine[] = [];
  const write = (line: string) => void logged.push(JSON.parse(line) as LogLine);
  return { logged, logger: createLogger({ service: 'gateway', level: 'debug' }, { write }) };
};

/** A client of the graph at that address. */
export const askAt =
  (url: string): TestGateway['ask'] =>
  async (query, { headers = {}, variables, signal } = {}) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
      ...(signal && { signal }),
    });
    return readAnswer(response);
  };

export const readAnswer = async (response: Response): Promise<Answer> => {
  const text = await response.text();
  const body = JSON.parse(text) as Pick<Answer, 'data' | 'errors'>;
  return { ...body, status: response.status, headers: response.headers, text };
};

/** Waits until it is so; gives up after a time that only a fault, not a busy machine, takes. */
export const until = async (isSo: () => boolean | Promise<boolean>, what: string): Promise<void> => {
  const endMs = Date.now() + 20_000;
  while (!(await isSo())) {
    if (Date.now() > endMs) throw new Error(`it never came: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { exchange } from '@cartograph/http-exchange';
import { Pool } from 'undici';

export const engineNames = ['stock', 'undici', 'cartograph'] as const;
export type EngineName = (typeof engineNames)[number];
/** Apollo's own, to be measured as they are published. */
export const isStock = (name: string): boolean => name === 'stock' || name === 'undici';
export const isEngine = (name: string): name is EngineName => (engineNames as readonly string[]).includes(name);

type Graph = { supergraphSdl: string; urls: Readonly<Record<string, string>> };
type Made = { gateway: GatewayInterface; stringifyResult?: (result: { data?: unknown }) => string };

/** Only what an engine needs is loaded, as its memory is measured too. */
export const createGateway = (engine: EngineName, graph: Graph): Promise<Made> =>
  engine === 'cartograph' ? cartograph(graph) : apollo(graph, engine === 'undici');

const apollo = async ({ supergraphSdl, urls }: Graph, isByUndici: boolean): Promise<Made> => {
  const { ApolloGateway, RemoteGraphQLDataSource } = await import('@apollo/gateway');
  const ask = isByUndici ? askBy(urls, requestText) : null;
  const gateway = new ApolloGateway({
    supergraphSdl,
    buildService: ({ name }) =>
      ask
        ? {
            process: async ({ request: { query, variables, operationName } }) =>
              JSON.parse(await ask(name, JSON.stringify({ query, variables, operationName }))) as object,
          }
        : new RemoteGraphQLDataSource({ url: urls[name] ?? '' }),
  });
  return { gateway };
};

const cartograph = async ({ supergraphSdl, urls }: Graph): Promise<Made> => {
  const { tuneYoungGeneration, createExecution, stringifyAnswer } = await import('@cartograph/execution');
  // As the gateway's own process does.
  tuneYoungGeneration();
  const ask = askBy(urls, exchangeText);
  const gone = new WeakMap<object, AbortSignal>();
  const gateway = createExecution<{ request: object }>({
    supergraph: { initialize: async () => ({ supergraphSdl }) },
    ask: async ({ subgraph, body }) => {
      const text = await ask(subgraph, body);
      return { read: () => JSON.parse(text) as object };
    },
    answerKey: () => '',
    clientGone: ({ request }) => {
      const signal = gone.get(request) ?? new AbortController().signal;
      gone.set(request, signal);
      return signal;
    },
  });
  return { gateway, stringifyResult: stringifyAnswer };
};

type Post = { path: string; method: 'POST'; headers: Record<string, string>; body: string };

/** As one does it. */
const requestText = async (pool: Pool, post: Post): Promise<string> => (await pool.request(post)).body.text();

/** As our gateway does it. */
const exchangeText = async (pool: Pool, post: Post): Promise<string> => (await exchange(pool, post)).text;

const askBy = (
  urls: Readonly<Record<string, string>>,
  send: (pool: Pool, post: Post) => Promise<string>,
): ((name: string, body: string) => Promise<string>) => {
  const pools = new Map(
    Object.entries(urls).map(([name, url]) => [name, new Pool(new URL(url).origin, { connections: 64 })]),
  );
  return (name, body) => {
    const pool = pools.get(name);
    if (!pool) throw new Error(`no subgraph ${name}`);
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    return send(pool, { path: '/graphql', method: 'POST', headers, body });
  };
};

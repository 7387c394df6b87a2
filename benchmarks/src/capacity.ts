import { parseArgs } from 'node:util';
import { startSupergraph } from '@cartograph/testing';
import autocannon from 'autocannon';
import { cpuMsByPart } from './processes.ts';
import { table } from './table.ts';

const help = `pnpm bench:capacity [--seconds 6]

What a page of 24 products with variants, and one product, cost in CPU: of the gateway, the product subgraph and PostgreSQL, a
request, with the gateway's cache off and on. The figures that docs/scale.md reckons with.`;

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '6' }, help: { type: 'boolean', default: false } },
});

const connections = 16;
const card = 'id slug title priceRange { min { amount currency } } media { url alt }';
const variants = 'variants { id title price { amount currency } availableForSale }';
const page = `query ($n: Int) { products(first: $n) { nodes { ${card} ${variants} } } }`;
const detail = `query ($slug: String!) { product(slug: $slug) { ${card} description ${variants} } }`;

/** What the connection of a number asks, again and again. */
type Question =
  | { readonly path: (connection: number) => string }
  | { readonly graph: (connection: number, slugs: readonly string[]) => { query: string; variables: object } };

/** Each connection asks for something else: equal requests that are under way at once are answered by one execution. */
const questions: Readonly<Record<string, Question>> = {
  'a page of 24': { graph: (connection) => ({ query: page, variables: { n: 17 + connection } }) },
  'one product': { graph: (connection, slugs) => ({ query: detail, variables: { slug: slugs[connection] } }) },
  'the page by REST': { path: (connection) => `/products?first=${17 + connection}` },
};

type Cost = { requests: number; seconds: number; cpuMs: Record<string, number> };
type Running = Awaited<ReturnType<typeof startSupergraph>>;
type Asking = { question: Question; slugs: readonly string[]; seconds: number };

const slugsOf = async ({ url }: Running): Promise<readonly string[]> => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: `{ products(first: ${connections}) { nodes { slug } } }` }),
  });
  const { data } = (await response.json()) as { data: { products: { nodes: { slug: string }[] } } };
  return data.products.nodes.map(({ slug }) => slug);
};

const measure = async (supergraph: Running, { question, slugs, seconds }: Asking): Promise<Cost> => {
  const parts = { pid: process.pid, pids: supergraph.stack.pids() };
  const before = cpuMsByPart(parts);
  const headers = { 'content-type': 'application/json' };
  const each = Array.from({ length: connections }, (_, index) => index);
  let connected = 0;
  const result = await autocannon({
    connections,
    duration: seconds,
    ...('path' in question
      ? { url: supergraph.url, requests: each.map((connection) => ({ path: question.path(connection) })) }
      : {
          url: `${supergraph.url}/graphql`,
          method: 'POST',
          headers,
          setupClient: (client) => {
            client.setHeadersAndBody(headers, JSON.stringify(question.graph(connected, slugs)));
            connected += 1;
          },
        }),
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${result.non2xx + result.errors} requests failed`);
  const after = cpuMsByPart(parts);
  const cpuMs = Object.fromEntries(Object.entries(after).map(([part, ms]) => [part, ms - (before[part] ?? 0)]));
  return { requests: result['2xx'], seconds: result.duration, cpuMs };
};

const run = async (cache: 'off' | 'on'): Promise<Record<string, string | number>[]> => {
  const supergraph = await startSupergraph({ hasDemo: true, settings: { gateway: { CACHE: cache } } });
  try {
    const slugs = await slugsOf(supergraph);
    const rows = [];
    for (const [name, question] of Object.entries(questions)) {
      await measure(supergraph, { question, slugs, seconds: 3 });
      const asking = { question, slugs, seconds: Number(values.seconds) };
      const { requests, seconds, cpuMs } = await measure(supergraph, asking);
      const each = (part: string) => ((cpuMs[part] ?? 0) / requests).toFixed(2);
      rows.push({
        asked: name,
        cache,
        'requests/s': Math.round(requests / seconds),
        'gateway ms': each('gateway'),
        'product ms': each('product'),
        'PostgreSQL ms': each('postgres'),
      });
    }
    return rows;
  } finally {
    await supergraph.stop();
  }
};

if (values.help) process.stdout.write(`${help}\n`);
else
  process.stdout.write(
    `${table('CPU of one core a request, 16 connections', [...(await run('off')), ...(await run('on'))])}\n`,
  );

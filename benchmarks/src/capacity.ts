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

const card = 'id slug title priceRange { min { amount currency } } media { url alt }';
const queries = {
  'a page of 24': `query ($n: Int) { products(first: $n) { nodes { ${card} variants { id title price { amount currency } availableForSale } } } }`,
  'the same by REST': '/products?first=',
} as const;

type Cost = { requests: number; seconds: number; cpuMs: Record<string, number> };
type Running = Awaited<ReturnType<typeof startSupergraph>>;

/** Each connection asks for another page: equal requests that are under way at once are answered by one execution. */
const measure = async (supergraph: Running, query: string, seconds: number): Promise<Cost> => {
  const parts = { pid: process.pid, pids: supergraph.stack.pids() };
  const before = cpuMsByPart(parts);
  let connections = 0;
  const isRest = query.startsWith('/');
  const result = await autocannon({
    url: isRest ? supergraph.url : `${supergraph.url}/graphql`,
    method: isRest ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json' },
    setupClient: (client) => {
      connections += 1;
      const n = 16 + connections;
      client.setHeadersAndBody(
        { 'content-type': 'application/json' },
        isRest ? '' : JSON.stringify({ query, variables: { n } }),
      );
    },
    ...(isRest && { requests: Array.from({ length: 16 }, (_, index) => ({ path: `${query}${17 + index}` })) }),
    connections: 16,
    duration: seconds,
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${result.non2xx + result.errors} requests failed`);
  const after = cpuMsByPart(parts);
  const cpuMs = Object.fromEntries(Object.entries(after).map(([part, ms]) => [part, ms - (before[part] ?? 0)]));
  return { requests: result['2xx'], seconds: result.duration, cpuMs };
};

const run = async (cache: 'off' | 'on'): Promise<Record<string, string | number>[]> => {
  const supergraph = await startSupergraph({ hasDemo: true, settings: { gateway: { CACHE: cache } } });
  try {
    const rows = [];
    for (const [name, query] of Object.entries(queries)) {
      await measure(supergraph, query, 3);
      const { requests, seconds, cpuMs } = await measure(supergraph, query, Number(values.seconds));
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

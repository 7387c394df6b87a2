import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Supergraph, startSupergraph } from '@cartograph/testing';
import autocannon from 'autocannon';
import { table } from './table.ts';

const help = `pnpm bench:telemetry [--seconds 4] [--rounds 3]

What traces cost a product list of 16 to 31: the same shop three times, with traces off, with each recorded, and with every tenth,
asked in turn. CPU is that of the gateway and of the product subgraph together.`;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '4' },
    rounds: { type: 'string', default: '3' },
    help: { type: 'boolean', default: false },
  },
});

/** The share of traces that is recorded; null where there are none. */
const modes = { off: null, 'ratio 1': '1', 'ratio 0.1': '0.1' } as const;
type Mode = keyof typeof modes;

const query = `query ($first: Int) { products(first: $first) { edges { node { id slug title priceRange { min { amount currency } } media { url alt }
  variants { id title price { amount currency } availableForSale } } } pageInfo { hasNextPage endCursor } } }`;

const startMode = (mode: Mode): Promise<Supergraph> => {
  const ratio = modes[mode];
  const setting = { TELEMETRY_SAMPLING_RATIO: ratio ?? '0' };
  return startSupergraph({
    hasDemo: true,
    hasTraces: ratio !== null,
    settings: { gateway: setting, product: setting },
  });
};

type Figures = { requests: number; seconds: number; cpuMs: number };

const ask = async (supergraph: Supergraph, seconds: number): Promise<Figures> => {
  const before = cpuMsOf(supergraph);
  let connections = 0;
  const result = await autocannon({
    url: `${supergraph.url}/graphql`,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    // Each connection asks for another page: the gateway answers equal requests that are under way at once by one execution.
    setupClient: (client) => {
      connections += 1;
      client.setBody(JSON.stringify({ query, variables: { first: 15 + connections } }));
    },
    connections: 16,
    duration: seconds,
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${result.non2xx + result.errors} requests failed`);
  return { requests: result['2xx'], seconds: result.duration, cpuMs: cpuMsOf(supergraph) - before };
};

/** proc(5): utime and stime are the 14th and 15th field of stat, in hundredths of a second. */
const cpuMsOf = ({ stack }: Supergraph): number => {
  const { gateway, product } = stack.pids();
  return [gateway, product]
    .map((pid) => readFileSync(`/proc/${pid}/stat`, 'utf8'))
    .map((stat) => stat.slice(stat.lastIndexOf(')') + 2).split(' '))
    .reduce((sum, fields) => sum + 10 * (Number(fields[11]) + Number(fields[12])), 0);
};

const rowOf = (mode: string, all: readonly Figures[], off: readonly Figures[]) => {
  const sumOf = (figures: readonly Figures[], key: keyof Figures) => figures.reduce((sum, one) => sum + one[key], 0);
  const rate = (figures: readonly Figures[]) => sumOf(figures, 'requests') / sumOf(figures, 'seconds');
  const cost = (figures: readonly Figures[]) => sumOf(figures, 'cpuMs') / sumOf(figures, 'requests');
  return {
    traces: mode,
    'requests/s': Math.round(rate(all)),
    'of off': (rate(all) / rate(off)).toFixed(2),
    'CPU ms': cost(all).toFixed(2),
    'times off': (cost(all) / cost(off)).toFixed(2),
  };
};

const run = async (): Promise<void> => {
  const shops = new Map<Mode, Supergraph>();
  const figures: Record<Mode, Figures[]> = { off: [], 'ratio 1': [], 'ratio 0.1': [] };
  try {
    for (const mode of Object.keys(modes) as Mode[]) shops.set(mode, await startMode(mode));
    for (const shop of shops.values()) await ask(shop, 3);
    for (let round = 0; round < Number(values.rounds); round += 1) {
      for (const [mode, shop] of shops) figures[mode].push(await ask(shop, Number(values.seconds)));
    }
  } finally {
    await Promise.all([...shops.values()].map((shop) => shop.stop()));
  }
  const rows = Object.entries(figures).map(([mode, all]) => rowOf(mode, all, figures.off));
  process.stdout.write(`${table('A product list of 16 to 31, 16 connections', rows)}\n`);
};

if (values.help) process.stdout.write(`${help}\n`);
else await run();

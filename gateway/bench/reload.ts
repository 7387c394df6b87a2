import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type BareClient, createBareClient } from '../test/support/bare-client.ts';
import { type MeasuredGateway, type MeasuredGraph, startMeasuredGateway } from '../test/support/measured-gateway.ts';

const help = `pnpm bench:reload [--reloads 5] [--per-second 200] [--seconds 3] [--fillers 0] [--json]

What clients notice when a gateway takes on another supergraph. At an even pace Cartograph's own gateway is asked for lists of 24
products with variants, by ten operations in turn and no two alike in their variables, from subgraphs that cost next to nothing;
meanwhile the file of its supergraph is replaced, again and again, and the graph has to plan what the example clients have
published. Prints how long answers took before, during and after the reloads, and for how long the gateway's event loop was held.
A request that waits to be sent counts.

  --reloads N      how often the supergraph is replaced
  --per-second N   requests a second
  --seconds N      before the first reload, and after each one
  --fillers N      adds that many types of ten fields to the supergraph: a larger graph
  --json           prints the figures as JSON; they are written to benchmarks/results/reload.json in any case`;

const { values } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
  options: {
    reloads: { type: 'string', default: '5' },
    'per-second': { type: 'string', default: '200' },
    seconds: { type: 'string', default: '3' },
    fillers: { type: 'string', default: '0' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

const from = (path: string): URL => new URL(path, import.meta.url);
const manifests = ['storefront-apollo', 'storefront-fetch', 'storefront-relay', 'storefront-urql'].map(
  (client) => from(`../../packages/client-examples/${client}/persisted-operations.json`).pathname,
);

const percentile = (numbers: readonly number[], percent: number): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
};

const typeNamed = (name: string, fields: number): string => {
  const lines = Array.from({ length: fields }, (_, index) => `"Is asked for by nobody." field${index}: String`);
  return `\ntype ${name} @join__type(graph: PRODUCT) { ${lines.join('\n')} }\n`;
};

/** The committed supergraph with the types that make it larger, and one that tells this version of it from every other. */
const versionOf = (supergraphSdl: string, version: number): string => {
  const fillers = Array.from({ length: Number(values.fillers) }, (_, index) => `Filler${index}`);
  const names = [`Version${version}`, ...fillers];
  const fields = names.map((name) => `\n"Is asked for by nobody." of${name}: ${name} @join__field(graph: PRODUCT)`);
  const query = /^type Query\n(?: .*\n)*\{/m;
  if (!query.test(supergraphSdl)) throw new Error('the committed supergraph is not of the form that is expected');
  return (
    supergraphSdl.replace(query, (start) => start + fields.join('')) + names.map((name) => typeNamed(name, 10)).join('')
  );
};

let turn = 0;

/** No two alike, and of ten operations, each of which a new graph has to read and to plan anew. */
const nextBody = (): string => {
  turn += 1;
  const query = `query List${turn % 10}($first: Int) { products(first: $first) { edges { node { id slug title variants { id sku title } } } } }`;
  return JSON.stringify({ query, variables: { first: 1 + (Math.floor(turn / 10) % 100) } });
};

type Phase = 'before' | 'during' | 'after';
type Load = { readonly client: BareClient; readonly took: Record<Phase, number[]>; phase: Phase; isOver: boolean };

const askOnce = async (load: Load, dueMs: number): Promise<void> => {
  const { phase } = load;
  const { status, body } = await load.client.post(nextBody());
  if (status !== 200 || body.includes('"errors"')) throw new Error(`${status} ${body.slice(0, 300)}`);
  load.took[phase].push(performance.now() - dueMs);
};

/** At an even pace, whatever becomes of those before. */
const keepAsking = async (load: Load, perSecond: number): Promise<void> => {
  const asked: Promise<void>[] = [];
  const startedMs = performance.now();
  while (!load.isOver) {
    const dueMs = startedMs + (asked.length / perSecond) * 1_000;
    if (dueMs > performance.now()) await delay(1);
    else asked.push(askOnce(load, dueMs));
  }
  await Promise.all(asked);
};

type Row = {
  phase: Phase;
  requests: number;
  p50Ms: number;
  p99Ms: number;
  maxMs: number;
  heldMs: number;
  reloadMs: number;
};

const measure = async (gateway: MeasuredGateway, load: Load): Promise<Row[]> => {
  const committed = await readFile(from('../supergraph.graphql'), 'utf8');
  const ms = Number(values.seconds) * 1_000;
  const held: Record<Phase, number> = { before: 0, during: 0, after: 0 };
  let reloadMs = 0;
  const enter = async (phase: Phase): Promise<void> => {
    held[load.phase] = Math.max(held[load.phase], (await gateway.held()).maxMs);
    load.phase = phase;
  };
  await delay(ms);
  for (let version = 1; version <= Number(values.reloads); version += 1) {
    const written = `${gateway.supergraphPath}.next`;
    await writeFile(written, versionOf(committed, version));
    const serves = gateway.logs('the changed supergraph is serving');
    await enter('during');
    const startedMs = performance.now();
    await rename(written, gateway.supergraphPath);
    await serves;
    reloadMs = Math.max(reloadMs, performance.now() - startedMs);
    // Each operation comes to the new graph for the first time.
    await delay(500);
    await enter('after');
    await delay(ms);
  }
  await enter('after');
  return (Object.keys(held) as Phase[]).map((phase) => ({
    phase,
    requests: load.took[phase].length,
    p50Ms: percentile(load.took[phase], 50),
    p99Ms: percentile(load.took[phase], 99),
    maxMs: Math.max(...load.took[phase]),
    heldMs: held[phase],
    reloadMs: phase === 'during' ? reloadMs : 0,
  }));
};

const open = async (): Promise<MeasuredGateway> => {
  const committed = await readFile(from('../supergraph.graphql'), 'utf8');
  const graph: MeasuredGraph = {
    supergraphSdl: versionOf(committed, 0),
    subgraphs: ['product', 'order', 'payment', 'user'],
  };
  // In production a new supergraph comes from Uplink, or with a new replica; what a gateway does with it is the same.
  return startMeasuredGateway(
    { NODE_ENV: 'development', PERSISTED_OPERATIONS_PATHS: JSON.stringify(manifests) },
    graph,
  );
};

const run = async (): Promise<void> => {
  const gateway = await open();
  const load: Load = {
    client: await createBareClient(gateway.url, 64),
    took: { before: [], during: [], after: [] },
    phase: 'before',
    isOver: false,
  };
  const warm = Array.from({ length: 2_000 }, () => () => load.client.post(nextBody()));
  for (const ask of warm) await ask();
  await gateway.held();
  const asking = keepAsking(load, Number(values['per-second']));
  const rows = await measure(gateway, load);
  load.isOver = true;
  await asking;
  load.client.close();
  await gateway.stop();
  const folder = from('../../benchmarks/results/');
  await mkdir(folder, { recursive: true });
  await writeFile(new URL('reload.json', folder), JSON.stringify(rows, null, 2));
  if (values.json) return console.log(JSON.stringify(rows, null, 2));
  console.log('| | requests | p50 ms | p99 ms | max ms | event loop held, max ms | a reload takes, max ms |');
  console.log('| --- | --- | --- | --- | --- | --- | --- |');
  for (const { phase, requests, reloadMs, ...times } of rows) {
    const [p50, p99, max, held] = [times.p50Ms, times.p99Ms, times.maxMs, times.heldMs].map((ms) => ms.toFixed(1));
    console.log(
      `| ${phase} | ${requests} | ${p50} | ${p99} | ${max} | ${held} | ${reloadMs ? reloadMs.toFixed(0) : '-'} |`,
    );
  }
};

if (values.help) console.log(help);
else await run();

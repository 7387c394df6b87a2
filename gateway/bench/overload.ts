import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { type MeasuredGateway, startMeasuredGateway } from '../test/support/measured-gateway.ts';
import { type Lists, offer, type Seen, saturate } from '../test/support/offered-load.ts';

const help = `pnpm bench:overload [--seconds 8] [--times 0.5,1,2,3,5] [--together] [--json]

What a gateway does when more is asked of it than it gets done. The most that it answers a second is found by 8, 16, 32 and 64
clients who ask as fast as they are answered, before and after, and is the better of their means; then so many times that is offered, whatever becomes of what was asked
before, over 400 kept connections. Lists of 24 products with variants (6 KB), and then of 144 (39 KB), no two alike, from a subgraph that
costs next to nothing: the dearer a good answer is, the less of it do refusals take.
The gateway has a core for itself, and the load and the subgraph another (taskset, of util-linux), as a gateway shares no core
with its clients; \`--together\` lets the system choose.
Writes benchmarks/results/overload.json.`;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '8' },
    times: { type: 'string', default: '0.5,1,2,3,5' },
    together: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const mebibyte = 1024 * 1024;

const percentile = (numbers: readonly number[], percent: number): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
};

type Load = { readonly lists: Lists; readonly seconds: number };

const clientCounts = [8, 16, 32, 64];

const saturations = async (url: string, { lists, seconds }: Load): Promise<number[]> => {
  const found: number[] = [];
  for (const clients of clientCounts)
    found.push(await saturate(url, { clients, lists, seconds: Math.max(1, seconds / 4) }));
  return found;
};

type Row = {
  times: number;
  goodPerSecond: number;
  refused: number;
  goodP50Ms: number;
  goodP99Ms: number;
  refusedP50Ms: number;
  refusedP99Ms: number;
  /** Of what was asked after the first second, in which the gateway learns that it is too much. */
  settledP99Ms: number;
  broken: number;
  heapMiB: number;
  rssMiB: number;
};

const tookOf = (seen: readonly Seen[]) => seen.map(({ tookMs }) => tookMs);

const measure = async (
  gateway: MeasuredGateway,
  { times, best, lists, seconds }: Load & { times: number; best: number },
): Promise<Row> => {
  const { seen, goodPerSecond } = await offer(gateway.url, { perSecond: times * best, lists, seconds });
  const good = seen.filter(({ status }) => status === 200);
  const refused = seen.filter(({ status }) => status === 503);
  const settled = seen.slice(Math.round(times * best)).filter(({ status }) => status === 503);
  const { heapBytes, rssBytes } = await gateway.kept();
  return {
    times,
    goodPerSecond,
    refused: refused.length / seen.length,
    goodP50Ms: percentile(tookOf(good), 50),
    goodP99Ms: percentile(tookOf(good), 99),
    refusedP50Ms: percentile(tookOf(refused), 50),
    refusedP99Ms: percentile(tookOf(refused), 99),
    settledP99Ms: percentile(tookOf(settled), 99),
    broken: seen.length - good.length - refused.length,
    heapMiB: heapBytes / mebibyte,
    rssMiB: rssBytes / mebibyte,
  };
};

/** Until a second passes in which half of the best is offered and all of it answered. */
const untilRecovered = async (
  gateway: MeasuredGateway,
  { best, lists }: { best: number; lists: Lists },
): Promise<number> => {
  const startedMs = performance.now();
  for (let slice = 0; slice < 60; slice += 1) {
    const beganMs = performance.now() - startedMs;
    const { seen } = await offer(gateway.url, { perSecond: best / 2, lists, seconds: 0.5 });
    if (seen.every(({ status }) => status === 200)) return beganMs / 1_000;
  }
  return Number.POSITIVE_INFINITY;
};

/** The gateway's threads to the first core, what loads it to the second. Throws where there is no taskset or one core only. */
const part = ({ pids }: MeasuredGateway): void => {
  if (availableParallelism() < 2) throw new Error('there is one core only: measure with --together');
  const cores = { 0: [pids.gateway], 1: [pids.subgraph, process.pid] };
  for (const [core, ids] of Object.entries(cores))
    for (const id of ids)
      execFileSync('taskset', ['-acp', core, String(id)], { stdio: ['ignore', 'ignore', 'inherit'] });
};

const number = (value: number, digits = 0): string => (Number.isNaN(value) ? '-' : value.toFixed(digits));

type Found = {
  readonly lists: Lists;
  readonly best: number;
  readonly rows: readonly Row[];
  readonly recoverySeconds: number;
};

const find = async (gateway: MeasuredGateway, load: Load): Promise<Found> => {
  // Until everything is compiled that is worth it: the best is to be no beginner's.
  await saturate(gateway.url, { clients: 16, lists: load.lists, seconds: 8 });
  const before = await saturations(gateway.url, load);
  const best = Math.max(...before);
  const rows: Row[] = [];
  for (const times of values.times.split(',').map(Number)) rows.push(await measure(gateway, { times, best, ...load }));
  const recoverySeconds = await untilRecovered(gateway, { best, lists: load.lists });
  const after = await saturations(gateway.url, load);
  const means = before.map((perSecond, index) => (perSecond + (after[index] ?? perSecond)) / 2);
  return { lists: load.lists, best: Math.max(...means), rows, recoverySeconds };
};

const titles = ['offered', 'goodput', 'refused', 'good p50 / p99 ms', 'refused p50 / p99 / settled p99 ms', 'broken'];

const tell = ({ lists, best, rows, recoverySeconds }: Found): void => {
  console.log(`\n${lists} products a list, best: ${number(best)} a second\n`);
  console.log(`| ${[...titles, 'heap MiB', 'RSS MiB'].join(' | ')} |\n|${' --- |'.repeat(titles.length + 2)}`);
  for (const row of rows) {
    const cells = [
      `${row.times} x`,
      number(row.goodPerSecond / best, 2),
      number(row.refused, 2),
      [row.goodP50Ms, row.goodP99Ms].map((ms) => number(ms)).join(' / '),
      [row.refusedP50Ms, row.refusedP99Ms, row.settledP99Ms].map((ms) => number(ms)).join(' / '),
      row.broken,
      number(row.heapMiB),
      number(row.rssMiB),
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
  console.log(`\nafter it, half of the best is answered whole again after ${number(recoverySeconds, 1)} s`);
};

const run = async (): Promise<void> => {
  const gateway = await startMeasuredGateway();
  if (!values.together) part(gateway);
  const seconds = Number(values.seconds);
  const found = [await find(gateway, { lists: 'few', seconds }), await find(gateway, { lists: 'many', seconds })];
  await gateway.stop();
  const folder = new URL('../../benchmarks/results/', import.meta.url);
  await mkdir(folder, { recursive: true });
  await writeFile(new URL('overload.json', folder), JSON.stringify(found, null, 2));
  if (values.json) console.log(JSON.stringify(found, null, 2));
  else found.forEach(tell);
};

if (values.help) console.log(help);
else await run();

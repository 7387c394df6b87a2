import { mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type MeasuredGateway, startMeasuredGateway } from '../test/support/measured-gateway.ts';
import { offer, type Seen, saturate } from '../test/support/offered-load.ts';

const help = `pnpm bench:overload [--seconds 8] [--times 0.5,1,2,3,5] [--json]

What a gateway does when more is asked of it than it gets done. First the most that it answers a second is found, by 8, 16, 32
and 64 clients who ask as fast as they are answered; then so many times that is offered, whatever becomes of what was asked
before, over 400 kept connections. Lists of 24 products with variants, no two alike, from a subgraph that costs next to nothing.
Writes benchmarks/results/overload.json.`;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '8' },
    times: { type: 'string', default: '0.5,1,2,3,5' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const mebibyte = 1024 * 1024;

const percentile = (numbers: readonly number[], percent: number): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
};

const findBest = async (url: string, seconds: number): Promise<number> => {
  await saturate(url, { clients: 16, seconds: 3 });
  const found: number[] = [];
  for (const clients of [8, 16, 32, 64])
    found.push(await saturate(url, { clients, seconds: Math.max(1, seconds / 4) }));
  return Math.max(...found);
};

type Row = {
  times: number;
  goodput: number;
  refused: number;
  goodP50Ms: number;
  goodP99Ms: number;
  refusedP50Ms: number;
  refusedP99Ms: number;
  broken: number;
  heapMiB: number;
  rssMiB: number;
};

const tookOf = (seen: readonly Seen[]) => seen.map(({ tookMs }) => tookMs);

const measure = async (
  gateway: MeasuredGateway,
  { times, best, seconds }: { times: number; best: number; seconds: number },
): Promise<Row> => {
  const { seen, goodPerSecond } = await offer(gateway.url, { perSecond: times * best, seconds });
  const good = seen.filter(({ status }) => status === 200);
  const refused = seen.filter(({ status }) => status === 503);
  const { heapBytes, rssBytes } = await gateway.kept();
  return {
    times,
    goodput: goodPerSecond / best,
    refused: refused.length / seen.length,
    goodP50Ms: percentile(tookOf(good), 50),
    goodP99Ms: percentile(tookOf(good), 99),
    refusedP50Ms: percentile(tookOf(refused), 50),
    refusedP99Ms: percentile(tookOf(refused), 99),
    broken: seen.length - good.length - refused.length,
    heapMiB: heapBytes / mebibyte,
    rssMiB: rssBytes / mebibyte,
  };
};

/** Until a second passes in which half of the best is offered and all of it answered. */
const untilRecovered = async (gateway: MeasuredGateway, best: number): Promise<number> => {
  const startedMs = performance.now();
  for (let slice = 0; slice < 60; slice += 1) {
    const beganMs = performance.now() - startedMs;
    const { seen } = await offer(gateway.url, { perSecond: best / 2, seconds: 0.5 });
    if (seen.every(({ status }) => status === 200)) return beganMs / 1_000;
  }
  return Number.POSITIVE_INFINITY;
};

const number = (value: number, digits = 0): string => (Number.isNaN(value) ? '-' : value.toFixed(digits));

const run = async (): Promise<void> => {
  const seconds = Number(values.seconds);
  const gateway = await startMeasuredGateway();
  const best = await findBest(gateway.url, seconds);
  const rows: Row[] = [];
  for (const times of values.times.split(',').map(Number)) rows.push(await measure(gateway, { times, best, seconds }));
  const recoverySeconds = await untilRecovered(gateway, best);
  await gateway.stop();
  const folder = new URL('../../benchmarks/results/', import.meta.url);
  await mkdir(folder, { recursive: true });
  await writeFile(new URL('overload.json', folder), JSON.stringify({ best, rows, recoverySeconds }, null, 2));
  if (values.json) return console.log(JSON.stringify({ best, rows, recoverySeconds }, null, 2));
  console.log(`best: ${number(best)} a second\n`);
  console.log(
    '| offered | goodput | refused | good p50 / p99 ms | refused p50 / p99 ms | broken | heap MiB | RSS MiB |',
  );
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- |');
  for (const row of rows) {
    const [good, refused] = [
      `${number(row.goodP50Ms)} / ${number(row.goodP99Ms)}`,
      `${number(row.refusedP50Ms)} / ${number(row.refusedP99Ms)}`,
    ];
    console.log(
      `| ${row.times} x | ${number(row.goodput, 2)} | ${number(row.refused, 2)} | ${good} | ${refused} | ${row.broken} | ${number(row.heapMiB)} | ${number(row.rssMiB)} |`,
    );
  }
  console.log(`\nafter it, half of the best is answered whole again after ${number(recoverySeconds, 1)} s`);
};

if (values.help) console.log(help);
else await run();

import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { FirstAnswers } from '../first-answers.ts';
import type { Start } from '../many-subgraphs.ts';
import type { Figures, Shape } from '../measure-engine.ts';
import { peerVersions } from '../peers/install-peers.ts';
import { linePlot } from './line-plot.ts';
import { readSoakPlot } from './soak-plot.ts';

export type Measured = { figures: readonly Figures[]; starts: readonly Start[]; firsts: readonly FirstAnswers[] };
type Written = Measured & { command: string; load: number };

const run = promisify(execFile);
const benchmarks = new URL('../../../', import.meta.url).pathname;

/** Writes `benchmarks/REPORT.md` and its plots. */
export const writeReport = async (written: Written): Promise<void> => {
  const plots = join(benchmarks, 'plots');
  await mkdir(plots, { recursive: true });
  for (const shape of ['varied', 'identical'] as const) {
    await writeFile(join(plots, `latency-${shape}.svg`), latencyPlot(written.figures, shape));
  }
  const soak = await readSoakPlot(join(benchmarks, 'results', 'soak.json'));
  if (soak) await writeFile(join(plots, 'soak-memory.svg'), soak);
  const report = join(benchmarks, 'REPORT.md');
  await writeFile(report, reportOf(written, soak !== null));
  await run(join(benchmarks, '../node_modules/.bin/biome'), ['format', '--write', report]);
};

const latencyPlot = (figures: readonly Figures[], shape: Shape): string =>
  linePlot({
    title: `${shape} requests: latency by load`,
    x: 'requests a second',
    y: 'p99, ms',
    series: figures
      .filter((figure) => figure.shape === shape)
      .map(({ engine, curve }) => ({
        name: engine,
        points: curve.map((at) => [at.perSecond, at.p99Ms] as const),
      })),
  });

const reportOf = ({ figures, starts, firsts, command, load }: Written, hasSoak: boolean): string => {
  const [cpu] = cpus();
  return `# The gateway beside others

<!-- Written by \`${command}\`. Do not edit. -->

${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), Node ${process.version}, load average ${load.toFixed(1)} when it began, by:

\`\`\`sh
${command}
\`\`\`

One heavy nested query over four subgraphs that know their answers by heart, one gateway after the other, with the load on the same
cores. Latencies by load are those of requests at an even pace, at half load the median of five times two seconds. \`stock\` is Apollo Gateway as it comes, \`undici\` the same with another HTTP client, \`cartograph\` our execution without its
cache, all three behind Apollo Server and Fastify, ours with the patch of Apollo Server that DEPENDENCIES.md tells of; \`hive\` is Hive Gateway with its planner in Rust, \`mercurius\`
Mercurius. CPU is that of the gateway's process. Requests a second depend on what else the machine does meanwhile, CPU hardly. (${Object.entries(
    peerVersions,
  )
    .map(([name, version]) => `${name} ${version}`)
    .join(', ')}.)

## Varied: 200 sets of variables in rotation

${tableOf(figures, 'varied')}

![p99 latency by load, varied requests](plots/latency-varied.svg)

## Identical: one request, again and again

${tableOf(figures, 'identical')}

![p99 latency by load, identical requests](plots/latency-identical.svg)

## The first time

The heavy query asked by 16 clients at once, each with variables of its own, of a process that has never seen it; and a second time.

| gateway | first time, ms | its CPU, ms | second time, ms |
| ------- | -------------- | ----------- | --------------- |
${firsts.map(({ engine, coldMs, coldCpuMs, warmMs }) => `| ${engine} | ${coldMs.toFixed(0)} | ${coldCpuMs.toFixed(0)} | ${warmMs.toFixed(0)} |`).join('\n')}

## A graph of 100 subgraphs

From the start of the process until it answers \`{ __typename }\`.

| gateway | seconds | resident, MiB |
| ------- | ------- | ------------- |
${starts.map(({ engine, seconds, rssMiB }) => `| ${engine} | ${seconds.toFixed(1)} | ${rssMiB.toFixed(0)} |`).join('\n')}
${hasSoak ? '\n## Memory over the soak\n\n![memory over the soak](plots/soak-memory.svg)\n' : ''}`;
};

const tableOf = (figures: readonly Figures[], shape: Shape): string => {
  const ofShape = figures.filter((figure) => figure.shape === shape);
  const stock = ofShape[0];
  const rows = ofShape.map((figure) => {
    const { engine, perSecond, cpuMsPerRequest, subgraphCalls, curve, rssMiB } = figure;
    const half = curve.find(({ part }) => part === 0.5);
    const times = (value: number, of: number | undefined) => (value / (of ?? value)).toFixed(2);
    return `| ${[
      engine,
      perSecond.toFixed(0),
      times(perSecond, stock?.perSecond),
      cpuMsPerRequest.toFixed(2),
      times(cpuMsPerRequest, stock?.cpuMsPerRequest),
      subgraphCalls.toFixed(1),
      half ? `${half.p50Ms} / ${half.p99Ms}` : '',
      `${rssMiB.toFixed(0)} (${times(rssMiB, stock?.rssMiB)})`,
    ].join(' | ')} |`;
  });
  return `| gateway | requests/s | of stock | CPU ms | of stock | subgraph calls | p50 / p99 ms at half load | resident MiB (of stock) |
| ------- | ---------- | -------- | ------ | -------- | -------------- | ------------------------- | ----------------------- |
${rows.join('\n')}`;
};

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { composeSupergraph } from '@cartograph/composition';
import { hear } from '@cartograph/testing';
import { startChild } from './child.ts';
import { engineNames, isEngine, isStock } from './engines.ts';
import { type FirstAnswers, measureFirstAnswers } from './first-answers.ts';
import { heavySubgraphs } from './heavy-graph.ts';
import { measureStarts } from './many-subgraphs.ts';
import { type Figures, measureEngine, shapeNames } from './measure-engine.ts';
import { installPeers } from './peers/install-peers.ts';
import { isPeer, peerNames } from './peers/peer-names.ts';
import { type Measured, writeReport } from './report/write-report.ts';

const help = `pnpm bench:gateway [--seconds 8] [--connections 24] [--engines stock,undici,cartograph,hive,mercurius] [--shapes identical,varied]
  [--brief] [--report] [--profile FOLDER] [--json]

One heavy nested query over four memoised subgraphs, by each engine behind the same Apollo Server and fastify, one after
the other: identical requests, and 200 sets of variables in rotation. CPU is that of the gateway's process alone. Then the
first answers of each, and its start with 100 subgraphs. Peers are installed into a scratch folder by npm, once.
  --brief    only what each takes at full load: no latencies by load, no first answers, no starts
  --report   writes benchmarks/REPORT.md and its plots; takes about four minutes
  --profile  writes a CPU profile of each gateway there`;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '8' },
    connections: { type: 'string', default: '24' },
    engines: { type: 'string', default: [...engineNames, ...peerNames].join(',') },
    shapes: { type: 'string', default: shapeNames.join(',') },
    brief: { type: 'boolean', default: false },
    profile: { type: 'string' },
    report: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const run = async (): Promise<Measured> => {
  const folder = await mkdtemp(join(tmpdir(), 'cartograph-bench-'));
  const supergraphPath = join(folder, 'supergraph.graphql');
  await writeFile(supergraphPath, heavySupergraph());
  const subgraphs = startChild('./subgraphs-process.ts');
  const { urls } = await hear<{ urls: object }>(subgraphs);
  const engines = values.engines.split(',').filter((name) => isEngine(name) || isPeer(name));
  const measuring = {
    peers: engines.some((name) => isPeer(name) || isStock(name)) ? await installPeers() : '',
    urls,
    supergraphPath,
    subgraphs,
    shapes: shapeNames.filter((name) => values.shapes.split(',').includes(name)),
    isBrief: values.brief,
    seconds: Number(values.seconds),
    connections: Number(values.connections),
    nodeOptions: values.profile ? ['--cpu-prof', `--cpu-prof-dir=${values.profile}`] : [],
  };
  const figures: Figures[] = [];
  for (const engine of engines) figures.push(...(await measureEngine(engine, measuring)));
  const firsts: FirstAnswers[] = [];
  const alsoStarted = values.brief ? [] : engines;
  for (const engine of alsoStarted) firsts.push(await measureFirstAnswers(engine, measuring));
  const starts = await measureStarts(alsoStarted, measuring, folder);
  subgraphs.disconnect();
  await rm(folder, { recursive: true });
  return { figures, firsts, starts };
};

const heavySupergraph = (): string => {
  const composed = composeSupergraph(heavySubgraphs);
  if (!composed.ok) throw new Error(JSON.stringify(composed.errors));
  return composed.supergraphSdl;
};

const toLine = (figure: Figures, all: readonly Figures[]): string => {
  const first = all.find(({ shape }) => shape === figure.shape) ?? figure;
  const cells = [
    figure.engine.padEnd(10),
    figure.shape.padEnd(9),
    `${figure.perSecond.toFixed(0)}/s`.padStart(8),
    `(${(figure.perSecond / first.perSecond).toFixed(1)}x)`.padStart(8),
    `${figure.cpuMsPerRequest.toFixed(2)} ms CPU`.padStart(13),
    `(${(figure.cpuMsPerRequest / first.cpuMsPerRequest).toFixed(3)})`.padStart(8),
    `p50 ${figure.p50Ms} p99 ${figure.p99Ms} ms`.padStart(20),
    `${figure.subgraphCalls.toFixed(1)} calls`.padStart(11),
    `${figure.rssMiB.toFixed(0)} MiB`.padStart(8),
  ];
  return cells.join(' ');
};

if (values.report && (values.brief || values.shapes !== shapeNames.join(','))) {
  throw new Error('a report tells everything: leave --brief and --shapes away');
}
if (values.help) process.stdout.write(`${help}\n`);
else {
  const [load = 0] = loadavg();
  const measured = await run();
  const { figures } = measured;
  const lines = values.json ? [JSON.stringify(measured, null, 2)] : figures.map((figure) => toLine(figure, figures));
  process.stdout.write(`${lines.join('\n')}\n`);
  const given = process.argv.slice(2).join(' ');
  if (values.report) await writeReport({ ...measured, load, command: `pnpm bench:gateway ${given}` });
}

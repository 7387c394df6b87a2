import { mkdirSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { SubgraphName } from '@cartograph/events';
import { type Supergraph, startSupergraph } from '@cartograph/testing';
import { measureLatency, measurePath, measureWayOut, type Sizes } from './event-path/measure.ts';
import { type Participant, startParticipant } from './event-path/start-participant.ts';
import { table } from './table.ts';

const help = `Measures the event path of the embedded default and prints a table: events per second appended, published, and
carried from commit to reaction, and how long that takes at half of the sustained rate.

Usage: pnpm bench:events [options]

  --events N    events of each measurement (default 4000)
  --seconds N   how long events are appended at a pace (default 10)
  --help        shows this

PostgreSQL, EventBridge and SQS are those of the embedded default, on a folder of their own. The subgraphs are processes
with the real outbox, relay and consumer, whose reactions do nothing. The figures are also written to
benchmarks/results/events.json.
`;

const { values } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
  options: {
    events: { type: 'string', default: '4000' },
    seconds: { type: 'string', default: '10' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

const say = (text: string) => process.stdout.write(`${text}\n`);

/** Who emits and who reacts. The user subgraph is only published by: nobody reacts to it. */
const casts: readonly { name: string; emitters: SubgraphName[]; reactors: SubgraphName[] }[] = [
  { name: '1 subgraph', emitters: ['product'], reactors: ['order'] },
  { name: '4 subgraphs', emitters: ['product', 'order', 'payment', 'user'], reactors: ['product', 'order', 'payment'] },
];

/** The foundation alone: PostgreSQL and the local cloud, with the databases migrated. */
const startFoundation = async (): Promise<Supergraph> => {
  const supergraph = await startSupergraph();
  for (const name of ['gateway', 'sandbox-provider', 'product', 'order', 'payment', 'user']) {
    await supergraph.stack.kill(name, 'SIGTERM');
  }
  return supergraph;
};

const measureCast = async (cast: (typeof casts)[number], sizes: Sizes) => {
  const supergraph = await startFoundation();
  const { databaseUrls, eventBridgeUrl, sqsUrl } = supergraph.stack.facts;
  const running: Participant[] = [];
  try {
    for (const subgraph of new Set([...cast.emitters, ...cast.reactors])) {
      const databaseUrl = databaseUrls[subgraph] ?? '';
      running.push(await startParticipant({ subgraph, databaseUrl, eventBridgeUrl, sqsUrl }));
    }
    const named = (names: readonly SubgraphName[]) => running.filter(({ subgraph }) => names.includes(subgraph));
    const wayOut = await measureWayOut(named(cast.emitters), sizes);
    const emitters = named(cast.emitters.filter((name) => name !== 'user'));
    const reactors = named(cast.reactors);
    await drainQueues(reactors, Math.ceil(sizes.events / cast.emitters.length) * emitters.length * 2);
    const path = await measurePath(emitters, reactors, sizes);
    const latency = await measureLatency(emitters, reactors, { rate: path / 2, seconds: sizes.seconds });
    return { case: cast.name, ...wayOut, 'whole path': path, ...latency };
  } finally {
    await Promise.all(running.map((participant) => participant.stop()));
    await supergraph.stop();
  }
};

/** Takes in what the measurements of the way out have left in the queues. */
const drainQueues = async (reactors: readonly Participant[], count: number): Promise<void> => {
  await Promise.all(reactors.map((one) => one.startWayIn()));
  for (let taken = 0; taken < count; ) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    taken = (await Promise.all(reactors.map((one) => one.taken()))).reduce((sum, part) => sum + part, 0);
  }
};

const main = async (): Promise<void> => {
  if (values.help) {
    say(help);
    return;
  }
  const sizes = { events: Number(values.events), seconds: Number(values.seconds) };
  const loadBefore = loadavg()[0] ?? 0;
  const rows = [];
  for (const cast of casts) rows.push(await measureCast(cast, sizes));
  say(table('Events: per second, and from commit to reaction at half of the whole path', rows));
  say(`  load of the machine before: ${loadBefore.toFixed(1)}`);
  const folder = join(import.meta.dirname, '../results');
  mkdirSync(folder, { recursive: true });
  const report = { measuredAt: new Date().toISOString(), node: process.version, loadBefore, sizes, rows };
  writeFileSync(join(folder, 'events.json'), `${JSON.stringify(report, null, 2)}\n`);
};

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});

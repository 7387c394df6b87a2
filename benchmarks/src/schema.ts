import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type GraphSize, syntheticGraph } from './schema-check/synthetic-graph.ts';
import { table } from './table.ts';

const help = `Measures how long pnpm schema:check takes: on this graph, and on a synthetic one, for a change that adds a field.

Usage: pnpm bench:schema [options]

  --subgraphs N   of the synthetic graph (default 100)
  --types N       in each of them (default 50)
  --help          shows this

The figures are also written to benchmarks/results/schema.json.
`;

const { values } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
  options: {
    subgraphs: { type: 'string', default: '100' },
    types: { type: 'string', default: '50' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

const root = join(import.meta.dirname, '../..');
const command = join(root, 'tools/schema-check/src/main.ts');

const writeTree = (folder: string, files: ReadonlyMap<string, string>): void => {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
};

/** Seconds that the command takes in a folder. Throws with what it said when it finds something that breaks. */
const secondsOf = (folder: string, args: string[]): Promise<number> =>
  new Promise((resolve, reject) => {
    const startedAt = performance.now();
    execFile(
      process.execPath,
      [command, ...args],
      { cwd: folder, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        if (error !== null) reject(new Error(`${stdout.slice(0, 2_000)}\n${stderr.slice(0, 2_000)}`));
        else resolve((performance.now() - startedAt) / 1_000);
      },
    );
  });

const measureSynthetic = async (size: GraphSize): Promise<number> => {
  const folder = mkdtempSync(join(tmpdir(), 'cartograph-schema-'));
  try {
    const added = (sdl: string) =>
      sdl.replace('  "Its title."', '  "How heavy it is."\n  weightGrams: Int\n  "Its title."');
    writeTree(folder, syntheticGraph(size, added));
    const files = Object.fromEntries(syntheticGraph(size));
    writeFileSync(join(folder, 'before.json'), JSON.stringify({ version: 1, label: 'before', files }));
    return await secondsOf(folder, ['--base', 'before.json']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const main = async (): Promise<void> => {
  if (values.help) return void process.stdout.write(help);
  const size = {
    subgraphs: Number(values.subgraphs),
    typesEach: Number(values.types),
    clients: 10,
    operationsEach: 20,
  };
  const rows = [
    { graph: 'this one', types: '-', seconds: await secondsOf(root, []), aim: 'under 10 s' },
    {
      graph: `synthetic, ${size.subgraphs} subgraphs`,
      types: size.subgraphs * size.typesEach,
      seconds: await measureSynthetic(size),
      aim: 'under 60 s',
    },
  ];
  process.stdout.write(`${table('pnpm schema:check', rows)}\n`);
  const results = join(root, 'benchmarks/results');
  mkdirSync(results, { recursive: true });
  const measured = { measuredAt: new Date().toISOString(), load: loadavg(), rows };
  writeFileSync(join(results, 'schema.json'), `${JSON.stringify(measured, null, 2)}\n`);
};

await main();

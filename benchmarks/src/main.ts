import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureCheckouts } from './checkouts.ts';
import { measureMemory, measureRest } from './processes.ts';
import { measureReads } from './reads.ts';
import { findRunningStack } from './running-stack.ts';
import { prepareShop } from './shop.ts';
import { table } from './table.ts';

const help = `Measures the running stack (start it first with: npx pnpm@12.21.0 start) and prints tables.

Usage: pnpm bench [options]

  --seconds N   how long each read is asked (default 8)
  --orders N    checkouts for each number of buyers (default 60)
  --help        shows this

The figures are also written to benchmarks/results/latest.json.
`;

const { values } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
  options: {
    seconds: { type: 'string', default: '8' },
    orders: { type: 'string', default: '60' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

const say = (text: string) => process.stdout.write(`${text}\n`);

const main = async (): Promise<void> => {
  if (values.help) {
    say(help);
    return;
  }
  const stack = findRunningStack();
  say('At rest (5 s)');
  const rest = await measureRest(stack, 5_000);
  say(`  CPU ${rest.cpuPercentOfOneCore.toFixed(1)} % of a core`);
  const shop = await prepareShop(stack.url);
  const reads = await measureReads(stack.url, shop, Number(values.seconds));
  say(table('Reads, 16 connections', reads));
  const checkouts = [];
  for (const buyers of [1, 8, 32])
    checkouts.push(await measureCheckouts(stack.url, shop, { buyers, orders: Number(values.orders) }));
  say(table('Checkouts', checkouts));
  const memory = measureMemory(stack);
  say(table('Memory (PSS)', memory));
  const folder = join(import.meta.dirname, '../results');
  mkdirSync(folder, { recursive: true });
  const report = { measuredAt: new Date().toISOString(), node: process.version, rest, reads, checkouts, memory };
  writeFileSync(join(folder, 'latest.json'), `${JSON.stringify(report, null, 2)}\n`);
};

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});

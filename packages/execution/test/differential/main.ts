import { parseArgs } from 'node:util';
import { repeatOperation, runDifferential } from './run-differential.ts';

const help = `pnpm test:differential [--operations 10000] [--seed TEXT] [--repeat GRAPH_SEED:NUMBER]

Asks our engine and Apollo's the same random operations on random federated graphs, and tells where they differ.
  --operations  how many (10000)
  --seed        repeats a run; without it a new one is drawn and printed
  --repeat      one operation of a run, as it was printed`;

const { values } = parseArgs({
  options: {
    operations: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(Date.now()) },
    repeat: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  process.stdout.write(`${help}\n`);
} else {
  const [graphSeed = '', index = ''] = values.repeat?.split(':') ?? [];
  process.stdout.write(values.repeat ? `repeating ${values.repeat}\n` : `seed ${values.seed}\n`);
  const run = values.repeat
    ? await repeatOperation(graphSeed, Number(index))
    : await runDifferential(values.seed, Number(values.operations));
  for (const { seed, index: number, fault, ...rest } of run.found) {
    process.stdout.write(`${fault}: --repeat ${seed}:${number}\n${JSON.stringify(rest, null, 2)}\n`);
  }
  process.stdout.write(`${run.operations} operations on ${run.graphs} graphs, ${run.found.length} faults\n`);
  for (const [name, count] of run.accepted) process.stdout.write(`  ${count} times: ${name}\n`);
  process.exitCode = run.found.length > 0 ? 1 : 0;
}

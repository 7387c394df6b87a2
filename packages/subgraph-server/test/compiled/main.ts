import { parseArgs } from 'node:util';
import { compareEngines } from './compare-engines.ts';

const help = `pnpm test:compiled [--operations 10000] [--seed TEXT]

Asks the subgraphs' compiled execution and graphql-js the same random operations of a graph with everything in it, whose
resolvers answer at once, later, wrongly or not at all, and tells where answers differ: data, errors, paths, places.
  --operations  how many (10000)
  --seed        repeats a run; without it a new one is drawn and printed`;

const { values } = parseArgs({
  options: {
    operations: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(Date.now()) },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) process.stdout.write(`${help}\n`);
else {
  process.stdout.write(`seed ${values.seed}\n`);
  const { differences, ...counts } = await compareEngines(values.seed, Number(values.operations));
  for (const difference of differences) process.stdout.write(`${JSON.stringify(difference, null, 2)}\n`);
  process.stdout.write(
    `${counts.operations} operations, ${counts.withErrors} with errors, ${counts.withoutData} without data, ` +
      `${counts.refused} refused, ${differences.length} differences\n`,
  );
  process.exitCode = differences.length > 0 ? 1 : 0;
}

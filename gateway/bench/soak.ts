import { mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { startMeasuredGateway } from '../test/support/measured-gateway.ts';
import { growthPerOperation, type Reading, soak } from '../test/support/soak.ts';

const help = `pnpm soak [--operations 1000000] [--readings 100]

Asks a gateway ever new operations, no two texts alike, and reads in between, after a collection, its heap, its memory and its
open files. Ends with 1 when the second half of the readings grows. Writes benchmarks/results/soak.json: a list of
{ operations, heapBytes, rssBytes, descriptors, cpuMs }.`;

const { values } = parseArgs({
  options: {
    operations: { type: 'string', default: '1000000' },
    readings: { type: 'string', default: '100' },
    help: { type: 'boolean', default: false },
  },
});

const mebibyte = 1024 * 1024;
/** A leak of one entry for each operation is some hundred bytes at least. */
const mostBytesPerOperation = 16;

const line = ({ operations, heapBytes, rssBytes, descriptors }: Reading): string =>
  [
    `${operations}`.padStart(8),
    `heap ${(heapBytes / mebibyte).toFixed(1)} MiB`.padStart(18),
    `RSS ${(rssBytes / mebibyte).toFixed(0)} MiB`.padStart(14),
    `${descriptors} descriptors`,
  ].join('  ');

const run = async (): Promise<void> => {
  const gateway = await startMeasuredGateway();
  const asking = { operations: Number(values.operations), readings: Number(values.readings) };
  const readings = await soak(gateway, asking, (reading) => console.log(line(reading)));
  await gateway.stop();
  const folder = new URL('../../benchmarks/results/', import.meta.url);
  await mkdir(folder, { recursive: true });
  await writeFile(new URL('soak.json', folder), JSON.stringify(readings, null, 2));
  const settled = readings.slice(Math.floor(readings.length / 2));
  const growth = growthPerOperation(settled);
  console.log(`in the second half the heap grows by ${growth.toFixed(1)} bytes with each operation`);
  if (growth > mostBytesPerOperation) process.exitCode = 1;
};

if (values.help) console.log(help);
else await run();

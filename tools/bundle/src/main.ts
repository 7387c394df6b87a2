import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { generatePrismaClients } from '@cartograph/prisma-clients';
import { type BundleName, bundleNames } from './bundle-plan.ts';
import type { BundleSize } from './bundle-size.ts';
import { writeBundle } from './write-bundle.ts';

const root = resolve(import.meta.dirname, '../../..');

const usage = `Usage: pnpm bundle SERVICE... [--out FOLDER]

Makes dist/SERVICE/, a folder that Node 24 runs alone: no dependencies to install, no TypeScript.
  main.js              the program (of notifications: the Lambda's \`handler\`)
  migrate.js           of a subgraph: applies the migrations of this release to DATABASE_URL, and ends
  supergraph.graphql   of the gateway: SUPERGRAPH_PATH names it
  persisted-operations/   of the gateway: what clients send, for PERSISTED_OPERATIONS_PATHS

  SERVICE        ${bundleNames.join(', ')}; or all
  --out FOLDER   another folder than dist; SERVICE/ is made anew in it
  --help         this

The same sources give the same bytes. A folder over its budget (tools/bundle/src/bundle-plan.ts) fails.
The user subgraph's has machine code for the system it is made on: for Linux, make it on Linux.`;

const options = { out: { type: 'string' }, help: { type: 'boolean', short: 'h', default: false } } as const;

/** A command that cannot be followed. */
class WrongUse extends Error {
  override readonly name = 'WrongUse';
}

const readCommand = (args: string[]) => {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const names = positionals.includes('all') ? bundleNames : positionals;
    const unknown = names.filter((name) => !bundleNames.some((known) => known === name));
    if (unknown.length > 0) throw new WrongUse(`There is no service ${unknown.join(', ')}.`);
    if (names.length === 0 && !values.help) throw new WrongUse('Name a service.');
    return { ...values, names: names as readonly BundleName[] };
  } catch (error) {
    throw error instanceof Error ? new WrongUse(`${error.message}\n\n${usage}`) : error;
  }
};

const line = (name: string, size: BundleSize, took: number): string => {
  const [largest] = size.files;
  const share = `${size.kib} of ${size.budgetKiB} KiB`;
  return `${name.padEnd(14)} ${share.padStart(22)}  ${(took / 1_000).toFixed(1)} s  (largest: ${largest?.path} ${largest?.kib} KiB)`;
};

const main = async (): Promise<void> => {
  const { names, out, help } = readCommand(process.argv.slice(2));
  if (help) return console.log(usage);
  // They are not committed: what is bundled is of today's schemas.
  await generatePrismaClients(root);
  const folder = resolve(out ?? join(root, 'dist'));
  console.log(`Bundles in ${folder}:`);
  for (const name of names) {
    const begun = performance.now();
    const size = await writeBundle(root, name, join(folder, name));
    console.log(line(name, size, performance.now() - begun));
  }
};

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = error instanceof WrongUse ? 2 : 1;
});

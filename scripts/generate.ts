import { parseArgs } from 'node:util';
import { generatePrismaClients } from '@cartograph/prisma-clients';
import { root } from './root.ts';
import { runScript } from './run-script.ts';

const usage = `Usage: pnpm generate [--prisma-only]

Writes everything that is made from other files: the Prisma clients (git-ignored), the supergraph and what clients
see of it, the resolver types, the clients' typed documents and manifests, the diagram in ARCHITECTURE.md and what is
made from the event catalogue (committed). Left out: the published event contracts (\`pnpm events:publish\`). What is up
to date is left alone. Relay's compiler (118 MB) is installed when it is missing.
  --prisma-only   only the Prisma clients: what a fresh checkout needs before its code can run`;

const main = async (): Promise<void> => {
  const { values } = parseArgs({ options: { 'prisma-only': { type: 'boolean' }, help: { type: 'boolean' } } });
  if (values.help) return console.log(usage);
  for (const name of await generatePrismaClients(root)) console.log(`generated the Prisma client of ${name}`);
  if (values['prisma-only']) return;
  // Loaded late: a start that finds everything up to date must not wait for the code generator.
  await import('./write-supergraph.ts');
  await import('./write-resolver-types.ts');
  await import('./write-relay-documents.ts');
  await import('./write-architecture.ts');
  await import('./write-event-documents.ts');
  await import('./write-permissions.ts');
  await import('./write-limits-page.ts');
  await import('./write-config-page.ts');
};

await runScript(main);

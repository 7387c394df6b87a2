import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { prismaVersion, runPrismaGenerate } from './run-prisma-generate.ts';

/** A database of the workspace and where its client goes. */
interface ClientTarget {
  name: string;
  schemaFile: string;
  clientDir: string;
}

const stampFile = '.generated-from';

/**
 * Generates the Prisma client of every prisma/<name>/schema.prisma into subgraphs/<name>/src/persistence/generated and
 * returns the names of those that were out of date. When none was, that takes a few milliseconds, so that every start
 * can ask. Throws with Prisma's own words when a schema is wrong.
 */
export const generatePrismaClients = async (root: string): Promise<string[]> => {
  const targets = await findTargets(root);
  const outcomes = await Promise.all(
    targets.map(async (target) => ({ target, isNew: await generateIfChanged(root, target) })),
  );
  return outcomes.filter(({ isNew }) => isNew).map(({ target }) => target.name);
};

const findTargets = async (root: string): Promise<ClientTarget[]> => {
  const names = await readdir(join(root, 'prisma'));
  return names
    .map((name) => ({
      name,
      schemaFile: join(root, 'prisma', name, 'schema.prisma'),
      clientDir: join(root, 'subgraphs', name, 'src/persistence/generated'),
    }))
    .filter(({ schemaFile }) => existsSync(schemaFile));
};

const generateIfChanged = async (root: string, target: ClientTarget): Promise<boolean> => {
  const schema = withOutput(await readFile(target.schemaFile, 'utf8'));
  const stamp = createHash('sha256').update(prismaVersion).update(schema).digest('hex');
  const present = await readFile(join(target.clientDir, stampFile), 'utf8').catch(() => null);
  if (present === stamp) return false;
  // Generated aside and moved into place: a run that is killed, or a second one beside it, never leaves half a client.
  await mkdir(join(root, '.cartograph'), { recursive: true });
  const workDir = await mkdtemp(join(root, `.cartograph/prisma-client-${target.name}-`));
  try {
    const generated = join(workDir, 'generated');
    await writeFile(join(workDir, 'schema.prisma'), schema);
    await runPrismaGenerate(target.name, join(workDir, 'schema.prisma'));
    await writeFile(join(generated, stampFile), stamp);
    await mkdir(dirname(target.clientDir), { recursive: true });
    await rename(target.clientDir, join(workDir, 'previous')).catch(() => {});
    await rename(generated, target.clientDir).catch(ignoreWhenAnotherRunWasFaster);
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
  return true;
};

/** Beside the schema: the client quotes its schema, and must be the same wherever it is made. */
const withOutput = (schema: string): string => schema.replace(/^(\s*output\s*=\s*)".*"/m, '$1"./generated"');

const ignoreWhenAnotherRunWasFaster = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
};

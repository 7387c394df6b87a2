import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import type { GeneratedFile } from './generated-file.ts';
import { operationManifest, type PersistedDocuments } from './operation-manifest.ts';

const run = promisify(execFile);
const examples = 'packages/client-examples';
const client = 'storefront-relay';
const cure = 'pnpm relay';

/**
 * What Relay's compiler makes of the Relay example against the schema that clients see, in memory: its artifacts and the
 * manifest of its operations. Throws with what the compiler says when it does not accept schema or operations.
 */
export const relayDocuments = async (root: string): Promise<GeneratedFile[]> => {
  const compiler = await installCompiler(join(root, examples, 'relay-compiler'));
  const folder = await mkdtemp(join(tmpdir(), 'cartograph-relay-'));
  try {
    await cp(join(root, examples, 'schema.graphql'), join(folder, 'schema.graphql'));
    await cp(join(root, examples, client), join(folder, client), {
      recursive: true,
      filter: (path) => basename(path) !== 'generated',
    });
    return await compile(compiler, join(folder, client));
  } finally {
    await rm(folder, { recursive: true });
  }
};

/** It is 118 MB, so no start installs it. */
const installCompiler = async (folder: string): Promise<string> => {
  const program = join(folder, 'node_modules/relay-compiler/cli.js');
  if (!existsSync(program)) {
    const { packageManager } = JSON.parse(await readFile(join(folder, '../../../package.json'), 'utf8')) as {
      packageManager: string;
    };
    await run('npx', ['--yes', packageManager, 'install', '--frozen-lockfile'], { cwd: folder });
  }
  return program;
};

const compile = async (compiler: string, folder: string): Promise<GeneratedFile[]> => {
  const generated = join(folder, 'generated');
  const persisted = join(generated, 'persisted-documents.json');
  await mkdir(generated);
  // Relay adds to this file, and does not begin without it.
  await writeFile(persisted, '{}');
  await run(process.execPath, [compiler, 'relay.config.json'], { cwd: folder }).catch(
    (error: { stderr?: string; stdout?: string }) => {
      throw new Error(`Relay's compiler refuses:\n${error.stdout ?? ''}${error.stderr ?? ''}`);
    },
  );
  const documents = JSON.parse(await readFile(persisted, 'utf8')) as PersistedDocuments;
  const artifacts = (await readdir(generated)).filter((name) => name.endsWith('.ts')).sort();
  return [
    ...(await Promise.all(
      artifacts.map(async (name) => ({
        path: `${examples}/${client}/generated/${name}`,
        content: await readFile(join(generated, name), 'utf8'),
        cure,
      })),
    )),
    { path: `${examples}/${client}/persisted-operations.json`, content: operationManifest(documents), cure },
  ];
};

import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const prismaDir = dirname(createRequire(import.meta.url).resolve('prisma/package.json'));

/** The version of the installed Prisma CLI. */
export const { version: prismaVersion } = JSON.parse(readFileSync(join(prismaDir, 'package.json'), 'utf8')) as {
  version: string;
};

/** Runs `prisma generate` on one schema file, without network. Throws with Prisma's message when the schema is wrong. */
export const runPrismaGenerate = async (name: string, schemaFile: string): Promise<void> => {
  const cli = [join(prismaDir, 'build/index.js'), 'generate', '--no-hints', '--schema', schemaFile];
  const env = {
    // biome-ignore lint/style/noProcessEnv: nothing is read from it, the CLI only needs its PATH, HOME and TMPDIR.
    ...process.env,
    // `generate` never runs the native schema engine, it only insists on having one, and would download it.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    CHECKPOINT_DISABLE: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    NO_COLOR: '1',
  };
  await promisify(execFile)(process.execPath, cli, { env, cwd: dirname(schemaFile) }).catch((error: ExecError) => {
    const said = [error.stdout, error.stderr].join('\n').trim().replaceAll(schemaFile, `prisma/${name}/schema.prisma`);
    throw new Error(`prisma generate failed for prisma/${name}/schema.prisma:\n${said}`);
  });
};

interface ExecError extends Error {
  stdout: string;
  stderr: string;
}

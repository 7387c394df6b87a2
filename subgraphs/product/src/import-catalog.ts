import { fileURLToPath } from 'node:url';
import { BadConfig } from '@cartograph/config';
import { explainFailure } from './catalog-import/explain-failure.ts';
import { readArguments, usage } from './catalog-import/read-arguments.ts';
import { runImport } from './catalog-import/run-import.ts';
import { readImportConfig } from './config.ts';

/** `pnpm catalog:import FILE...`, see the usage. */
const main = async (): Promise<number> => {
  const config = readImportConfig();
  const request = readArguments(process.argv.slice(2), config.DEFAULT_CURRENCY);
  if (request.kind === 'help') {
    process.stdout.write(usage);
    return 0;
  }
  if (request.kind === 'wrong') {
    process.stderr.write(`${request.message}\n\n${usage}`);
    return 2;
  }
  const interruption = new AbortController();
  process.once('SIGINT', () => {
    process.stderr.write('\nStopping after the products in hand.\n');
    interruption.abort();
  });
  process.once('SIGTERM', () => interruption.abort());
  return runImport(request, {
    databaseUrl: config.PRODUCT_DATABASE_URL,
    runningFile: fileURLToPath(new URL('../../../.cartograph/running.json', import.meta.url)),
    // pnpm runs scripts in the project's root; the files were named from where the person stands.
    folder: config.INIT_CWD ?? process.cwd(),
    stdout: process.stdout,
    stderr: process.stderr,
    signal: interruption.signal,
  });
};

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof BadConfig ? error.message : explainFailure(error)}\n`);
  return 2;
});

import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { minorUnitDigits } from '@cartograph/money';
import { createLogger } from '@cartograph/telemetry';
import { checkFiles } from '../use-cases/check-files.ts';
import type { ImportSummary } from '../use-cases/import-summary.ts';
import { findDatabase, noDatabase } from './find-database.ts';
import { createProgress } from './progress.ts';
import type { Arguments } from './read-arguments.ts';
import { entryText, reportJson, summaryLine, unreadableText } from './report.ts';

type Request = Extract<Arguments, { kind: 'import' }>;

export type Surroundings = {
  readonly databaseUrl: string | undefined;
  /** What the running stack writes. */
  readonly runningFile: string;
  /** Where the names of files are looked up from. */
  readonly folder: string;
  readonly stdout: { readonly isTTY?: boolean; write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  readonly signal: AbortSignal;
};

/** Carries out one import for a person; returns the exit code. Throws what is nobody's fault but the database's. */
export const runImport = async (request: Request, surroundings: Surroundings): Promise<number> => {
  const { stdout, stderr, folder } = surroundings;
  const checked = await checkFiles(
    request.files.map((file) => ({ file, open: () => createReadStream(resolve(folder, file)) })),
  );
  if (!checked.ok) {
    for (const file of checked.unreadable) stderr.write(unreadableText(file));
    stderr.write('Nothing was imported.\n');
    return 2;
  }
  const databaseUrl = await findDatabase(surroundings.databaseUrl, surroundings.runningFile);
  if (!databaseUrl) {
    stderr.write(`${noDatabase}\n`);
    return 2;
  }
  const startedAt = performance.now();
  const progress = createProgress(stdout, () => performance.now());
  const summary = await importInto(databaseUrl, (shop) =>
    shop.importCatalog({
      files: checked.files,
      currency: request.currency,
      exponent: minorUnitDigits(request.currency),
      onProgress: progress.show,
      signal: surroundings.signal,
    }),
  ).finally(progress.end);
  for (const entry of [...summary.warned, ...summary.refused]) stderr.write(entryText(entry));
  stdout.write(summaryLine(summary, (performance.now() - startedAt) / 1_000));
  if (request.report) await writeFile(resolve(folder, request.report), reportJson(summary));
  return summary.refused.length > 0 || summary.isInterrupted ? 1 : 0;
};

type Shop = Awaited<ReturnType<typeof open>>;

// Loaded late, so that a wrong command line is answered at once.
const open = async (databaseUrl: string) => {
  const { openCatalogImport } = await import('../open-catalog-import.ts');
  return openCatalogImport({ databaseUrl, logger: createLogger({ service: 'catalog-import', level: 'silent' }) });
};

const importInto = async (
  databaseUrl: string,
  work: (shop: Shop) => Promise<ImportSummary>,
): Promise<ImportSummary> => {
  const shop = await open(databaseUrl);
  try {
    return await work(shop);
  } finally {
    await shop.close();
  }
};

import { newId } from '@cartograph/ids';
import { parseCatalog } from '../domain/catalog-csv/parse-catalog.ts';
import type { CheckedFile } from './check-files.ts';
import type { importEntry } from './import-entry.ts';
import { addEntry, emptySummary, type ImportSummary } from './import-summary.ts';

type Dependencies = {
  readonly importEntry: ReturnType<typeof importEntry>;
  /** Products in hand at once. */
  readonly concurrency: number;
};

export type ImportCatalog = {
  readonly files: readonly CheckedFile[];
  /** ISO 4217 code of the files' prices, and its number of decimals. */
  readonly currency: string;
  readonly exponent: number;
  /** Called after each product with the count so far. */
  readonly onProgress: (summary: ImportSummary) => void;
  /** Once aborted, the products in hand are finished and no other is begun. */
  readonly signal?: AbortSignal;
};

/**
 * Imports files that were checked before, one after the other: each product in its own transaction, good or refused
 * whole. Returns what became of each. Throws when the database fails: what was imported until then stays.
 */
export const importCatalog =
  ({ importEntry, concurrency }: Dependencies) =>
  async ({ files, currency, exponent, onProgress, signal }: ImportCatalog): Promise<ImportSummary> => {
    const summary = emptySummary(files.reduce((total, { outline }) => total + outline.products, 0));
    let hasFailed = false;
    for (const { file, outline, open } of files) {
      const entries = parseCatalog(open(), { currency, exponent, outline });
      const work = async () => {
        while (!signal?.aborted && !hasFailed) {
          const next = await entries.next();
          if (next.done) return;
          // The id is given in the order of the file, whichever product is stored first: lists show that order.
          addEntry(summary, { file, ...(await importEntry(next.value, newId('product'))) });
          onProgress(summary);
        }
      };
      const workers = Array.from({ length: concurrency }, () =>
        work().catch((error: unknown) => {
          hasFailed = true;
          throw error;
        }),
      );
      // All of them come to their end before a failure is passed on: none may go on with a closed database.
      const failure = (await Promise.allSettled(workers)).find(({ status }) => status === 'rejected');
      await entries.return(undefined);
      if (failure?.status === 'rejected') throw failure.reason;
    }
    return { ...summary, isInterrupted: signal?.aborted === true && summary.done < summary.expected };
  };

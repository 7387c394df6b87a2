import { EventTooLarge, systemCause, type UnitOfWork } from '@cartograph/outbox';
import type { CatalogEntry, CatalogProduct, LineSpan } from '../domain/catalog-csv/catalog-product.ts';
import { parseCatalog } from '../domain/catalog-csv/parse-catalog.ts';
import type { CheckedFile } from './check-files.ts';
import type { importProduct, ProductImport } from './import-product.ts';
import { addEntry, emptySummary, type ImportedEntry, type ImportSummary } from './import-summary.ts';

type Dependencies = {
  readonly importProduct: ReturnType<typeof importProduct>;
  readonly unitOfWork: UnitOfWork;
  /** Products in hand at once. */
  readonly concurrency?: number;
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

type GoodEntry = Extract<CatalogEntry, { ok: true }>;

/** PostgreSQL's unique_violation, however deep Prisma wraps it: another import was faster with the same handle or SKU. */
const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Error &&
  (/\b23505\b|P2002|UniqueConstraintViolation/.test(error.message) || isUniqueViolation(error.cause));

/**
 * Imports files that were checked before, one after the other: each product in its own transaction, good or refused
 * whole. Returns what became of each. Throws when the database fails: what was imported until then stays.
 */
export const importCatalog =
  ({ importProduct, unitOfWork, concurrency = 4 }: Dependencies) =>
  async ({ files, currency, exponent, onProgress, signal }: ImportCatalog): Promise<ImportSummary> => {
    const summary = emptySummary(files.reduce((total, { outline }) => total + outline.products, 0));
    const store = (product: CatalogProduct) =>
      unitOfWork(systemCause(crypto.randomUUID()), async (tx) => rollBackRefused(await importProduct(tx, product)));
    const importOne = async (file: string, entry: CatalogEntry) => {
      const imported = entry.ok
        ? await storeEntry(store, entry)
        : { ...linesOf(entry), change: 'REFUSED' as const, reasons: entry.reasons };
      addEntry(summary, { file, ...imported });
      onProgress(summary);
    };
    for (const { file, outline, open } of files) {
      const entries = parseCatalog(open(), { currency, exponent, outline });
      const work = async () => {
        while (!signal?.aborted) {
          const next = await entries.next();
          if (next.done) return;
          await importOne(file, next.value);
        }
      };
      try {
        await Promise.all(Array.from({ length: concurrency }, work));
      } finally {
        await entries.return(undefined);
      }
    }
    return { ...summary, isInterrupted: signal?.aborted ?? false };
  };

/** Thrown to roll back what a refused product had begun (its categories). */
class Refused extends Error {
  readonly outcome: Extract<ProductImport, { ok: false }>;
  constructor(outcome: Extract<ProductImport, { ok: false }>) {
    super(outcome.message);
    this.outcome = outcome;
  }
}

const rollBackRefused = (outcome: ProductImport): Extract<ProductImport, { ok: true }> => {
  if (!outcome.ok) throw new Refused(outcome);
  return outcome;
};

const storeEntry = async (
  store: (product: CatalogProduct) => Promise<Extract<ProductImport, { ok: true }>>,
  entry: GoodEntry,
): Promise<Omit<ImportedEntry, 'file'>> => {
  try {
    const { change, keptStock } = await store(entry.product);
    const kept = keptStock.length === 0 ? [] : [keptStockWarning(entry.lines, keptStock.length)];
    return { ...linesOf(entry), change, reasons: [...entry.warnings, ...kept] };
  } catch (error) {
    const reason = { line: entry.lines[0], column: null, ...refusalOf(error) };
    return { ...linesOf(entry), change: 'REFUSED', reasons: [reason] };
  }
};

const refusalOf = (error: unknown): { code: string; message: string } => {
  if (error instanceof Refused) return { code: error.outcome.code, message: error.outcome.message };
  if (error instanceof EventTooLarge)
    return {
      code: 'TOO_LARGE',
      message: 'it is too large to be told to the other parts of the shop: give it fewer variants',
    };
  if (isUniqueViolation(error)) {
    return {
      code: 'CHANGED_MEANWHILE',
      message: 'another import wrote the same handle or SKU at the same time: import it again',
    };
  }
  throw error;
};

const linesOf = ({ handle, lines }: { handle: string; lines: LineSpan }) => ({ handle, lines });

const keptStockWarning = (lines: LineSpan, count: number) => ({
  line: lines[0],
  column: null,
  code: 'STOCK_HELD',
  message: `the quantity of ${count} variant${count === 1 ? '' : 's'} was not taken: more pieces are held for orders`,
});

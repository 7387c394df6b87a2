import { EventTooLarge, systemCause, type UnitOfWork } from '@cartograph/outbox';
import type { CatalogEntry, LineSpan } from '../domain/catalog-csv/catalog-product.ts';
import type { ProductId } from '../domain/product.ts';
import type { importProduct, ProductImport } from './import-product.ts';
import type { ImportedEntry, ImportReason } from './import-summary.ts';

type Dependencies = { readonly importProduct: ReturnType<typeof importProduct>; readonly unitOfWork: UnitOfWork };
type GoodImport = Extract<ProductImport, { ok: true }>;
type BadImport = Extract<ProductImport, { ok: false }>;

/** Thrown to roll back what a refused product had begun (its categories). */
class Refused extends Error {
  readonly outcome: BadImport;
  constructor(outcome: BadImport) {
    super(outcome.message);
    this.outcome = outcome;
  }
}

/**
 * Imports one product of a file in its own transaction, or says why not. Throws when the database fails: that is no
 * fault of the product.
 */
export const importEntry =
  ({ importProduct, unitOfWork }: Dependencies) =>
  async (entry: CatalogEntry, newProductId: ProductId): Promise<Omit<ImportedEntry, 'file'>> => {
    const { handle, lines } = entry;
    if (!entry.ok) return { handle, lines, change: 'REFUSED', reasons: entry.reasons };
    const { product, warnings } = entry;
    try {
      const { change, keptStock } = await unitOfWork(systemCause(crypto.randomUUID()), async (tx) =>
        rollBackRefused(await importProduct(tx, { product, newProductId })),
      );
      const kept = keptStock.length === 0 ? [] : [keptStockWarning(lines, keptStock.length)];
      return { handle, lines, change, reasons: [...warnings, ...kept] };
    } catch (error) {
      return { handle, lines, change: 'REFUSED', reasons: [{ line: lines[0], column: null, ...refusalOf(error) }] };
    }
  };

const rollBackRefused = (outcome: ProductImport): GoodImport => {
  if (!outcome.ok) throw new Refused(outcome);
  return outcome;
};

const refusalOf = (error: unknown): { code: string; message: string } => {
  if (error instanceof Refused) return { code: error.outcome.code, message: error.outcome.message };
  if (error instanceof EventTooLarge) {
    return { code: 'TOO_LARGE', message: 'it is too large to be told to the other parts of the shop' };
  }
  if (isUniqueViolation(error)) {
    return {
      code: 'CHANGED_MEANWHILE',
      message: 'another import wrote the same handle or SKU just now: import it again',
    };
  }
  throw error;
};

/** PostgreSQL's unique_violation. */
const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Error && (('code' in error && error.code === '23505') || isUniqueViolation(error.cause));

const keptStockWarning = (lines: LineSpan, count: number): ImportReason => ({
  line: lines[0],
  column: null,
  code: 'STOCK_HELD',
  message: `the quantity of ${count} variant${count === 1 ? '' : 's'} was not taken: more pieces are held for orders`,
});

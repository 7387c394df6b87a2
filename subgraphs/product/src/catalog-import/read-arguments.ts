import { parseArgs } from 'node:util';
import { isCurrencyCode } from '@cartograph/money';

export const usage = `Usage: pnpm catalog:import [options] FILE...

Imports products from files in Shopify's product CSV format into the running shop. A product is known by its handle and
a variant by its SKU (without one, by its option values): what is there is changed, what is new is added, and variants
that a file no longer has are no longer sold. The same file again changes nothing.

A file that cannot be read as a whole is refused before anything is written. A bad product is refused whole, with its
lines and reasons, and the rest is imported.

Options:
  --currency CODE   the currency of the prices, which the format does not tell (ISO 4217; default: DEFAULT_CURRENCY, EUR)
  --report FILE     also write what was refused, changed or warned of to this file, as JSON
  --help            show this

Stock: a quantity is what lies on the shelf, pieces held for orders included. It is taken when the file gives another
than the last import did, so that importing a file again does not bring back what was sold since. Every variant is
tracked, and nothing is sold that is not there, whatever "Variant Inventory Tracker" and "Policy" say.

The database is the one of the shop that "pnpm start" runs, or PRODUCT_DATABASE_URL.

Exit code: 0 everything is imported, 1 some products were refused or the import was interrupted, 2 nothing could be done.
`;

export type Arguments =
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string }
  | {
      readonly kind: 'import';
      readonly files: readonly string[];
      readonly currency: string;
      readonly report: string | null;
    };

const options = {
  currency: { type: 'string' },
  report: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Reads the command line; never throws. */
export const readArguments = (words: readonly string[], defaultCurrency: string): Arguments => {
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
    if (values.help) return { kind: 'help' };
    const currency = (values.currency ?? defaultCurrency).toUpperCase();
    if (!isCurrencyCode(currency)) return { kind: 'wrong', message: `${currency} is not an ISO 4217 currency code.` };
    // Each once: a file named twice is one file.
    const files = [...new Set(positionals)];
    if (files.length === 0) return { kind: 'wrong', message: 'Name at least one file.' };
    return { kind: 'import', files, currency, report: values.report ?? null };
  } catch (error) {
    return { kind: 'wrong', message: error instanceof Error ? error.message : String(error) };
  }
};

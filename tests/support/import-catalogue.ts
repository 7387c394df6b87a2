import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Supergraph } from '@cartograph/testing';

const run = promisify(execFile);
const importer = new URL('../../subgraphs/product/src/import-catalog.ts', import.meta.url).pathname;

/** A product of a test's own catalogue: no options, one price in EUR. */
export type TestProduct = { handle: string; priceEur: string; quantity: number };

const header =
  'Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Qty,Variant Price';

/** Brings products into the shop the way a merchant does: a CSV file and the import command. */
export const importProducts = async (supergraph: Supergraph, products: readonly TestProduct[]): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'cartograph-csv-'));
  const rows = products.map(
    ({ handle, priceEur, quantity }) =>
      `${handle},Test ${handle},A thing.,Maker,Things,,true,Title,Default Title,SKU-${handle},${quantity},${priceEur}`,
  );
  const file = join(folder, 'catalogue.csv');
  await writeFile(file, [header, ...rows, ''].join('\n'));
  const databaseUrl = supergraph.stack.facts.databaseUrls.product ?? '';
  await run(process.execPath, [importer, file], { env: { PRODUCT_DATABASE_URL: databaseUrl, PATH: '/usr/bin:/bin' } });
  await rm(folder, { recursive: true });
};

import { openDatabase } from '@cartograph/subgraph-server';
import { createLogger } from '@cartograph/telemetry';
import { createTestDatabase } from '@cartograph/testing';
import type { QueryResultRow } from 'pg';
import { openCatalogImport } from '../../src/open-catalog-import.ts';
import { checkFiles } from '../../src/use-cases/check-files.ts';
import type { ImportSummary } from '../../src/use-cases/import-summary.ts';

const logger = createLogger({ service: 'test', level: 'silent' });

export type Shop = Awaited<ReturnType<typeof openShop>>;

/** A product database of its own, empty, with a way to import text and to look into its tables. */
export const openShop = async () => {
  const database = await createTestDatabase('product');
  const { pool, close } = openDatabase({ config: { DATABASE_URL: database.url, DATABASE_POOL_SIZE: 4 }, logger });
  const shop = openCatalogImport({ databaseUrl: database.url, logger });
  const rows = async <Row extends QueryResultRow>(sql: string, ...values: unknown[]): Promise<Row[]> =>
    (await pool.query<Row>(sql, values)).rows;

  const importFiles = async (files: readonly (readonly [name: string, text: string])[]): Promise<ImportSummary> => {
    const checked = await checkFiles(files.map(([file, text]) => ({ file, open: () => streamOf(text) })));
    if (!checked.ok) throw new Error(`unreadable: ${JSON.stringify(checked.unreadable)}`);
    return shop.importCatalog({ files: checked.files, currency: 'EUR', exponent: 2, onProgress: () => undefined });
  };

  return {
    url: database.url,
    rows,
    importFiles,
    importText: (text: string) => importFiles([['catalogue.csv', text]]),
    /** The events of the outbox by name, in the order in which they were appended. */
    events: () =>
      rows<{ name: string; aggregate_id: string; aggregate_version: number; data: Record<string, unknown> }>(
        'SELECT name, aggregate_id, aggregate_version, data FROM outbox_event ORDER BY position',
      ),
    close: async () => {
      await shop.close();
      await close();
      await database.drop();
    },
  };
};

const streamOf = async function* (text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
};

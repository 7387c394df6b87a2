import { createReadStream } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TaskConfig } from '@cartograph/config';
import { minorUnitDigits } from '@cartograph/money';
import { runTask } from '@cartograph/subgraph-server';
import type { Logger } from '@cartograph/telemetry';
import { readTaskConfig } from './config.ts';
import { openCatalogImport } from './open-catalog-import.ts';
import { checkFiles } from './use-cases/check-files.ts';

const demoFile = fileURLToPath(new URL('../demo/catalogue.csv', import.meta.url));
/** The demo's prices are written for a shop in the euro area. */
const currency = 'EUR';

const loadDemo = async (config: TaskConfig, logger: Logger): Promise<void> => {
  const shop = openCatalogImport({ databaseUrl: config.DATABASE_URL, logger });
  try {
    if (!(await shop.isEmpty())) return logger.info({ created: 0 }, 'demo catalogue: there are products already');
    const checked = await checkFiles([{ file: 'demo/catalogue.csv', open: () => createReadStream(demoFile) }]);
    if (!checked.ok) throw new Error(`The demo catalogue cannot be read: ${checked.unreadable[0]?.message}`);
    const { created, refused } = await shop.importCatalog({
      files: checked.files,
      currency,
      exponent: minorUnitDigits(currency),
      onProgress: () => undefined,
    });
    if (refused.length > 0) throw new Error(`The demo catalogue has bad products: ${JSON.stringify(refused[0])}`);
    logger.info({ created }, 'demo catalogue');
  } finally {
    await shop.close();
  }
};

await runTask({ name: 'product-demo', readConfig: readTaskConfig, run: loadDemo });

import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs, promisify } from 'node:util';
import { type Storefront, type Supergraph, startSupergraph } from '@cartograph/testing';
import { Client } from 'pg';
import { buyOnce } from './buy-once.ts';
import { percentile } from './percentile.ts';
import { prepareShop } from './shop.ts';
import { table } from './table.ts';

const help = `Measures how long the gateway's cache still shows an old stock after the new one was committed, and prints a table.

Usage: pnpm bench:staleness [options]

  --changes N   purchases, each of which changes a stock that is being read all the time (default 100)
  --help        shows this

It starts a stack of its own. A change counts from the moment in which another connection to the database first sees it,
to the first answer of the gateway that shows it. The figures are also written to benchmarks/results/staleness.json.
`;

const { values } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
  options: {
    changes: { type: 'string', default: '100' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

const say = (text: string) => process.stdout.write(`${text}\n`);
const sku = 'SKU-measured';

/** One product of which there is plenty, brought in as a merchant does. */
const stockTheShop = async ({ stack }: Supergraph): Promise<void> => {
  const file = join(stack.facts.options.dataDir, 'measured.csv');
  const header = 'Handle,Title,Published,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Qty,Variant Price';
  writeFileSync(file, `${header}\nmeasured,Measured,true,Title,Default Title,${sku},100000,1.00\n`);
  const importer = new URL('../../subgraphs/product/src/import-catalog.ts', import.meta.url).pathname;
  const env = { PRODUCT_DATABASE_URL: stack.facts.databaseUrls['product'] ?? '', PATH: '/usr/bin:/bin' };
  await promisify(execFile)(process.execPath, [importer, file], { env });
};

type Watch = { read: () => Promise<number>; everyMs: number };

/** Notes when each stock was first seen, until told to stop. */
const watch = ({ read, everyMs }: Watch) => {
  const seenAtMs = new Map<number, number>();
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      const available = await read();
      if (!seenAtMs.has(available)) seenAtMs.set(available, performance.now());
      await delay(everyMs);
    }
  })();
  const stop = async () => {
    isOver = true;
    await watching;
  };
  return { seenAtMs, stop };
};

const inDatabase = (database: Client) => async (): Promise<number> => {
  const { rows } = await database.query<{ available: number }>(
    'SELECT l.available FROM stock_level l JOIN product_variant v ON v.id = l.variant_id WHERE v.sku = $1',
    [sku],
  );
  return Number(rows[0]?.available);
};

type Shown = { product: { variants: { stock: { available: number } }[] } };

const atTheGateway = (storefront: Storefront) => async (): Promise<number> => {
  const query = '{ product(slug: "measured") { id variants { id stock { available } } } }';
  const { data } = await storefront.ask<Shown>(query);
  return Number(data?.product.variants[0]?.stock.available);
};

const measure = async (supergraph: Supergraph, changes: number): Promise<number[]> => {
  await stockTheShop(supergraph);
  const shop = await untilOpen(supergraph.url);
  const database = new Client({ connectionString: supergraph.stack.facts.databaseUrls['product'] });
  await database.connect();
  const committed = watch({ read: inDatabase(database), everyMs: 1 });
  const shown = watch({ read: atTheGateway(supergraph.storefront), everyMs: 1 });
  for (let turn = 0; turn < changes; turn += 1) await buyOnce(supergraph.storefront, shop, turn);
  await delay(2_000);
  await Promise.all([committed.stop(), shown.stop()]);
  await database.end();
  return [...committed.seenAtMs].flatMap(([available, atMs]) => {
    const shownAtMs = shown.seenAtMs.get(available);
    // One that another change followed at once may never have been shown: what came after it counts.
    return shownAtMs === undefined ? [] : [Math.max(0, shownAtMs - atMs)];
  });
};

/** The order subgraph learns of the product by an event: until then nobody can buy it. */
const untilOpen = async (url: string): ReturnType<typeof prepareShop> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await prepareShop(url);
    } catch (error) {
      if (attempt === 40) throw error;
      await delay(250);
    }
  }
};

const main = async (): Promise<void> => {
  if (values.help) {
    say(help);
    return;
  }
  const supergraph = await startSupergraph();
  try {
    const times = await measure(supergraph, Number(values.changes));
    const figures = {
      changes: times.length,
      p50Ms: Math.round(percentile(times, 50)),
      p99Ms: Math.round(percentile(times, 99)),
      maxMs: Math.round(Math.max(...times)),
    };
    say(table('From the commit to the first answer that shows it', [figures]));
    const folder = join(import.meta.dirname, '../results');
    mkdirSync(folder, { recursive: true });
    const report = { measuredAt: new Date().toISOString(), node: process.version, ...figures };
    writeFileSync(join(folder, 'staleness.json'), `${JSON.stringify(report, null, 2)}\n`);
  } finally {
    await supergraph.stop();
  }
};

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});

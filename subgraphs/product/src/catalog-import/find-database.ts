import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const runningStack = z.object({ databases: z.object({ product: z.string() }) });

/** Said when nobody knows where the database is. */
export const noDatabase =
  'No running shop was found: start it with "pnpm start" in another terminal, or set PRODUCT_DATABASE_URL to the product database.';

/** The product database: as configured, else the one that the running stack announces in the given file; null for none. */
export const findDatabase = async (configured: string | undefined, runningFile: string): Promise<string | null> => {
  if (configured) return configured;
  const text = await readFile(runningFile, 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    return runningStack.parse(JSON.parse(text)).databases.product;
  } catch {
    return null;
  }
};

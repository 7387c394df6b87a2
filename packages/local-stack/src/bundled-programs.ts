import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { PartSpec, Standing } from './part.ts';

/** Where `pnpm bundle all --out FOLDER` put them, and how they are started. */
export type Bundles = { folder: string } & Standing;

/** The program of a service's bundle. */
export const bundledProgram = (
  { folder, ...standing }: Bundles,
  service: string,
): Pick<PartSpec, 'program' | 'standing'> => ({ program: join(folder, service, 'main.js'), standing });

/** Applies the migrations of each database by the task that its bundle brings along. Rejects with the task's words. */
export const migrateFromBundles = async (
  { folder, ...standing }: Bundles,
  databaseUrls: Readonly<Record<string, string>>,
): Promise<void> => {
  const migrate = async ([name, url]: [string, string]) => {
    const program = join(folder, name, 'migrate.js');
    await promisify(execFile)(process.execPath, [program], { ...standing, env: { DATABASE_URL: url } });
  };
  await Promise.all(Object.entries(databaseUrls).map(migrate));
};

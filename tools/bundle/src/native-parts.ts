import { cpSync, readFileSync, realpathSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';

type Manifest = { main?: string; optionalDependencies?: Record<string, string> };

/** What a package is run by; its types, licence texts and browser builds stay behind. */
const isRun = (path: string): boolean => !/\.(d\.ts|md|map)$|browser\.js$/.test(path);

const folderOf = (name: string, from: string): string | null => {
  try {
    const manifest = findPackageJSON(name, from);
    return manifest === undefined ? null : dirname(realpathSync(manifest));
  } catch {
    return null;
  }
};

/**
 * Copies a package with machine code, and its part for this machine, to where the bundle's programs find it. Machine code is
 * for the system it was installed on: a bundle for Linux is made on Linux.
 */
export const copyNativePart = (name: string, from: string, outDir: string): void => {
  const folder = folderOf(name, from);
  if (folder === null) throw new Error(`${name} is not installed for ${from}.`);
  const { optionalDependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  const parts = Object.keys(optionalDependencies).flatMap((part) => {
    const found = folderOf(part, join(folder, 'package.json'));
    return found === null ? [] : [[part, found] as const];
  });
  if (parts.length === 0) throw new Error(`${name} has no part for ${process.platform}-${process.arch}.`);
  for (const [part, source] of [[name, folder] as const, ...parts])
    cpSync(source, join(outDir, 'node_modules', part), { recursive: true, dereference: true, filter: isRun });
};

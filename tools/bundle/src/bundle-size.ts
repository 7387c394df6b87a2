import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a bundle weighs, and where: its files from the largest down. */
export type BundleSize = { kib: number; budgetKiB: number; files: { path: string; kib: number }[] };

/** Thrown when a bundle weighs more than its budget. */
export class BundleTooLarge extends Error {
  override readonly name = 'BundleTooLarge';
}

const largest = (files: BundleSize['files']): string =>
  files
    .slice(0, 5)
    .map(({ path, kib }) => `  ${String(kib).padStart(7)} KiB  ${path}`)
    .join('\n');

/** Weighs a folder. @throws BundleTooLarge with its largest files */
export const weigh = (folder: string, budgetKiB: number): BundleSize => {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((path) => ({ path: path.slice(folder.length + 1), bytes: statSync(path).size }))
    .sort((a, b) => b.bytes - a.bytes);
  const kib = Math.ceil(files.reduce((sum, { bytes }) => sum + bytes, 0) / 1_024);
  const listed = files.map(({ path, bytes }) => ({ path, kib: Math.ceil(bytes / 1_024) }));
  if (kib > budgetKiB)
    throw new BundleTooLarge(
      `${folder} weighs ${kib} KiB, its budget is ${budgetKiB} KiB (tools/bundle/src/bundle-plan.ts). The largest:\n${largest(listed)}`,
    );
  return { kib, budgetKiB, files: listed };
};

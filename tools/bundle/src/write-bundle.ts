import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type RolldownLog, rolldown } from 'rolldown';
import { besideTheSource } from './beside-the-source.ts';
import { type BundleName, type BundlePlan, bundlePlans } from './bundle-plan.ts';
import { type BundleSize, weigh } from './bundle-size.ts';
import { copyNativePart } from './native-parts.ts';
import { rdsCertificates } from './rds-certificates.ts';

/** Packages that others would use if they were there. */
const optional = ['pg-native'];

/**
 * Writes the folder of one service, anew, and returns what it weighs. The same sources give the same bytes.
 * Throws when something cannot be bundled, and when the folder weighs more than its budget.
 */
export const writeBundle = async (root: string, name: BundleName, outDir: string): Promise<BundleSize> => {
  const plan: BundlePlan = bundlePlans(root)[name];
  rmSync(outDir, { recursive: true, force: true });
  mkdirSync(outDir, { recursive: true });
  await bundlePrograms(root, plan, outDir);
  for (const [file, source] of Object.entries(plan.files)) {
    mkdirSync(dirname(join(outDir, file)), { recursive: true });
    cpSync(join(root, source), join(outDir, file));
  }
  for (const part of plan.native) copyNativePart(part, join(root, plan.programs['main'] ?? ''), outDir);
  if (plan.isInImage) writeFileSync(join(outDir, 'rds-global-bundle.pem'), rdsCertificates());
  writeFileSync(join(outDir, 'package.json'), '{ "type": "module" }\n');
  return weigh(outDir, plan.budgetKiB);
};

const bundlePrograms = async (root: string, plan: BundlePlan, outDir: string): Promise<void> => {
  const input = Object.fromEntries(Object.entries(plan.programs).map(([program, path]) => [program, join(root, path)]));
  const bundle = await rolldown({
    cwd: root,
    input,
    platform: 'node',
    external: [...optional, ...plan.leftOut, ...plan.native],
    // As Node itself chooses: a library that is both would otherwise be there twice, and graphql refuses to be.
    resolve: { mainFields: ['main'] },
    plugins: [besideTheSource()],
    onLog: refuse,
  });
  await bundle.write({
    dir: outDir,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    comments: { legal: false, jsdoc: false, annotation: true },
    // Names stay: errors are told apart by them, and a stack trace is read by people.
    minify: { compress: { target: 'es2024' }, mangle: false, codegen: { removeWhitespace: false } },
  });
  await bundle.close();
};

/** A warning is a fault where it runs: something that is not found, or is not what it was. */
const refuse = (level: string, log: RolldownLog): void => {
  if (level === 'warn') throw new Error(`${log.code}: ${log.message}`);
};

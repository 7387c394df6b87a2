import { describe, expect, it } from 'vitest';
import { plantTree, runProgram } from './planted-tree.ts';

const lines = (count: number): string =>
  Array.from({ length: count }, (_, line) => `  console.log(${line});\n`).join('');

const biomeRules: [rule: string, file: string, code: string][] = [
  ['noProcessEnv', 'subgraphs/order/src/wire.ts', 'export const url = process.env.URL;\n'],
  ['noExplicitAny', 'packages/money/src/money.ts', 'export const parse = (text: any): string => String(text);\n'],
  ['noSkippedTests', 'packages/money/src/money.unit.test.ts', "it.skip('adds', () => {});\n"],
  ['noExcessiveLinesPerFunction', 'gateway/src/main.ts', `export function main() {\n${lines(60)}}\n`],
  ['useMaxParams', 'gateway/src/plan.ts', 'export const plan = (a: 1, b: 1, c: 1, d: 1) => [a, b, c, d];\n'],
  ['useFilenamingConvention', 'gateway/src/createGateway.ts', 'export const createGateway = 1;\n'],
  ['noDefaultExport', 'gateway/src/gateway.ts', 'export default 1;\n'],
  ['useImportType', 'gateway/src/types.ts', "import { Money } from './money.ts';\nexport type Price = Money;\n"],
];

const oxlintRules: [rule: string, file: string, code: string][] = [
  ['no-floating-promises', 'gateway/src/save.ts', 'const save = async () => 1;\nsave();\n'],
  ['no-misused-promises', 'gateway/src/is-saved.ts', 'const f = async () => true;\nif (f()) console.log(1);\n'],
  ['no-unsafe-assignment', 'gateway/src/parse.ts', "export const parsed: string = JSON.parse('{}');\n"],
  [
    'switch-exhaustiveness-check',
    'gateway/src/choose.ts',
    "export const f = (s: 'A' | 'B') => {\n  switch (s) {\n    case 'A':\n      return 1;\n  }\n};\n",
  ],
  ['no-warning-comments', 'gateway/src/later.ts', '// TODO later\nexport const a = 1;\n'],
  [
    'expect-expect',
    'gateway/src/empty.unit.test.ts',
    "import { it } from 'vitest';\nit('works', () => {\n  console.log(1);\n});\n",
  ],
];

const lintByOxlint = async (files: Record<string, string>): Promise<string[]> => {
  await using tree = await plantTree(files, ['.oxlintrc.json', 'tsconfig.json', 'node_modules']);
  const { stdout } = await runProgram('oxlint', ['--format=json'], tree.dir);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; filename: string }[] };
  return diagnostics.map(({ code, filename }) => `${code.replace(/^.*\((.*)\)$/, '$1')} ${filename}`);
};

const lintByBiome = async (path: string, code: string) => {
  await using tree = await plantTree({ [path]: code }, ['biome.json', '.gitignore']);
  return await runProgram('biome', ['lint', '--colors=off'], tree.dir);
};

describe('the lint rules', () => {
  it.each(biomeRules)('find what Biome must not let pass: %s', async (rule, path, code) => {
    const verdict = await lintByBiome(path, code);
    expect(verdict.said).toContain(`/${rule}`);
    expect(verdict.exitCode).toBe(1);
  });

  it('let config.ts, and no other file, read the environment', async () => {
    const verdict = await lintByBiome('subgraphs/order/src/config.ts', 'export const url = process.env.URL;\n');
    expect(verdict.said).not.toContain('noProcessEnv');
    expect(verdict.exitCode).toBe(0);
  });

  // It type-checks a tree, which takes as long as the machine has to do.
  const timeoutMs = 60_000;
  it('find what needs types to be seen, and what no linter of syntax looks for', { timeout: timeoutMs }, async () => {
    const found = await lintByOxlint(Object.fromEntries(oxlintRules.map(([, file, code]) => [file, code])));
    expect(found.toSorted()).toEqual(oxlintRules.map(([rule, file]) => `${rule} ${file}`).toSorted());
  });
});

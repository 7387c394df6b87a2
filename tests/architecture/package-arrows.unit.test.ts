import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { plantTree, root, runProgram } from './planted-tree.ts';

const tagOfFolder: Record<string, string> = {
  gateway: 'gateway',
  subgraphs: 'subgraph',
  packages: 'package',
  services: 'service',
  tools: 'tool',
  scripts: 'tool',
  tests: 'proof',
  benchmarks: 'proof',
  infra: 'infra',
};
const leaves = ['packages/events', 'packages/money'];

const tagsFor = (folder: string): string[] => {
  const tag = tagOfFolder[folder.split('/')[0] ?? ''] ?? 'unknown folder';
  return leaves.includes(folder) ? [tag, 'leaf'] : [tag];
};

/** A package with one file that imports another package, as planted in a tree. */
const packageThatImports = (folder: string, imported: string, isDeclared = true): Record<string, string> => ({
  [`${folder}/package.json`]: JSON.stringify({
    name: `@planted/${folder.split('/').at(-1)}`,
    version: '1.0.0',
    type: 'module',
    exports: './src/index.ts',
    dependencies: isDeclared ? { [imported]: 'workspace:*' } : {},
  }),
  [`${folder}/turbo.json`]: JSON.stringify({ extends: ['//'], tags: tagsFor(folder) }),
  [`${folder}/src/index.ts`]: `import '${imported}';\n`,
});

const planted: [folder: string, imported: string][] = [
  ['subgraphs/order', '@planted/user'],
  ['gateway', '@planted/user'],
  ['packages/outbox', '@planted/user'],
  ['packages/testing', '@planted/gateway'],
  ['packages/events', '@planted/viewer'],
  ['packages/money', '@planted/events'],
  ['services/notifications', '@planted/user'],
  ['packages/telemetry', '@planted/start'],
];

const workspace = {
  'package.json': JSON.stringify({ name: 'planted', private: true, packageManager: 'pnpm@12.21.0' }),
  'pnpm-workspace.yaml': 'packages:\n  - gateway\n  - subgraphs/*\n  - packages/*\n  - services/*\n  - tools/*\n',
  'pnpm-lock.yaml': "lockfileVersion: '9.0'\n",
  ...packageThatImports('gateway', 'node:path', false),
  ...packageThatImports('subgraphs/user', 'node:path', false),
  ...packageThatImports('packages/events', 'node:path', false),
  ...packageThatImports('packages/viewer', 'node:path', false),
  ...packageThatImports('tools/start', 'node:path', false),
};

const judge = async (files: Record<string, string>) => {
  await using tree = await plantTree({ ...workspace, ...files }, ['turbo.json']);
  return await runProgram('turbo', ['boundaries', '--no-color', '--skip-infer'], tree.dir);
};

describe('the arrows between packages', () => {
  it('are judged in every package, because each has the tag of its folder', () => {
    const folders = globSync(['*/package.json', '*/*/package.json'], { cwd: root, exclude: ['node_modules'] })
      .map((path) => path.replace('/package.json', ''))
      .filter((folder) => !/node_modules|^dist\//.test(folder));
    const tags = folders.map((folder) => [folder, tagsIn(folder)]);
    expect(folders.length).toBeGreaterThan(10);
    expect(tags).toEqual(folders.map((folder) => [folder, tagsFor(folder)]));
  });

  it.each(planted)('are found when planted: %s -> %s', async (folder, imported) => {
    const verdict = await judge(packageThatImports(folder, imported));
    expect(verdict.exitCode).toBe(1);
    expect(unwrapped(verdict.said)).toContain(`denylist for \`@planted/${folder.split('/').at(-1)}\``);
  });

  it('are found when a package imports what its package.json does not name', async () => {
    const verdict = await judge(packageThatImports('subgraphs/order', '@planted/viewer', false));
    expect(verdict.exitCode).toBe(1);
    expect(unwrapped(verdict.said)).toContain('because it is not a dependency');
  });

  it('are left alone where the architecture has them', async () => {
    const verdict = await judge(packageThatImports('subgraphs/order', '@planted/viewer'));
    expect(verdict.said).toContain('no issues found');
    expect(verdict.exitCode).toBe(0);
  });
});

const tagsIn = (folder: string): string[] => {
  const config = JSON.parse(readFileSync(join(root, folder, 'turbo.json'), 'utf8')) as { tags: string[] };
  return config.tags;
};

/** Turbo breaks its lines at 80 columns, in the middle of names. */
const unwrapped = (said: string): string => said.replace(/\/\n\s+\| /g, '/').replace(/\n\s+\| /g, ' ');

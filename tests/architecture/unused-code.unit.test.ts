import { expect, it } from 'vitest';
import { plantTree, runProgram } from './planted-tree.ts';

it('finds a file, an export and a dependency that nobody uses', async () => {
  await using tree = await plantTree(
    {
      'package.json': JSON.stringify({ name: 'planted', private: true }),
      'pnpm-workspace.yaml': 'packages:\n  - gateway\n  - subgraphs/*\n',
      'gateway/package.json': JSON.stringify({
        name: 'gateway',
        type: 'module',
        dependencies: { 'left-pad': '1.0.0' },
      }),
      'gateway/src/main.ts': "import { used } from './used.ts';\nconsole.log(used);\n",
      'gateway/src/used.ts': 'export const used = 1;\nexport const forgotten = 2;\n',
      'gateway/src/orphan.ts': 'export const orphan = 1;\n',
    },
    ['knip.jsonc', 'tsconfig.json'],
  );
  const verdict = await runProgram('knip', ['--no-progress'], tree.dir);
  expect(verdict.exitCode).toBe(1);
  expect(verdict.stdout).toMatch(/Unused files[\s\S]*gateway\/src\/orphan\.ts/);
  expect(verdict.stdout).toMatch(/Unused dependencies[\s\S]*left-pad/);
  expect(verdict.stdout).toMatch(/Unused exports[\s\S]*forgotten/);
});

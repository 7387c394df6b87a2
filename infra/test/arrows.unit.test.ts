import { globSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const infra = join(import.meta.dirname, '..');
const imported = /(?:^|\n)\s*(?:import|export)\s[^;]*?from '([^']+)'|import\('([^']+)'\)/g;

/** Imports by relative path that leave this folder, as `file -> path`. */
const leaving = (file: string, source: string): string[] =>
  [...source.matchAll(imported)]
    .map(([, from, dynamic]) => from ?? dynamic ?? '')
    .filter((path) => path.startsWith('.') && relative(infra, resolve(infra, file, '..', path)).startsWith('..'))
    .map((path) => `${file} -> ${path}`);

/** Tests alone may use the contract suite, to run it through what the stack makes. */
const isContractSuite = (arrow: string): boolean =>
  /^test\/deployed\/.* -> (\.\.\/){3}packages\/local-cloud\/test\//.test(arrow);

describe('the code of infra', () => {
  const files = globSync('{bin,lib,test}/**/*.ts', { cwd: infra });

  it('imports nothing of the platform: both know published files only', () => {
    expect(files.length).toBeGreaterThan(20);
    expect(
      files
        .flatMap((file) => leaving(file, readFileSync(join(infra, file), 'utf8')))
        .filter((arrow) => !isContractSuite(arrow)),
    ).toEqual([]);
  });

  it('would be found out', () => {
    const planted = "import { busName } from '../../packages/events/src/index.ts';\n";
    expect(leaving('lib/planted.ts', planted)).toEqual(['lib/planted.ts -> ../../packages/events/src/index.ts']);
    expect(leaving('lib/planted.ts', "import { stages } from './stages.ts';\n")).toEqual([]);
  });
});

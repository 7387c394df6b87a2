import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { besideTheSource } from '../src/beside-the-source.ts';
import { weigh } from '../src/bundle-size.ts';
import { writeBundle } from '../src/write-bundle.ts';

const root = join(import.meta.dirname, '../../..');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bundle-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const contents = (of: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(of, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((path) => [path.slice(of.length), readFileSync(path, 'base64')]),
  );

/** Bundles one source text that stands in a folder of its own. */
const bundled = async (source: string, files: Record<string, string> = {}): Promise<string> => {
  const from = mkdtempSync(join(folder, 'source-'));
  for (const [name, text] of Object.entries({ 'main.ts': source, ...files })) {
    mkdirSync(join(from, name, '..'), { recursive: true });
    writeFileSync(join(from, name), text);
  }
  const bundle = await rolldown({ input: join(from, 'main.ts'), platform: 'node', plugins: [besideTheSource()] });
  await bundle.write({ dir: join(from, 'out'), entryFileNames: '[name].js' });
  await bundle.close();
  return join(from, 'out');
};

describe('a bundle', () => {
  it('is the same bytes when it is made again, also over one that is there', async () => {
    await writeBundle(root, 'notifications', join(folder, 'one'));
    await writeBundle(root, 'notifications', join(folder, 'two'));
    writeFileSync(join(folder, 'two/left-over.js'), 'of an earlier release');
    await writeBundle(root, 'notifications', join(folder, 'two'));
    expect(contents(join(folder, 'two'))).toEqual(contents(join(folder, 'one')));
  });

  it('is refused above its budget, with what weighs most', () => {
    const heavy = join(folder, 'heavy');
    mkdirSync(heavy);
    writeFileSync(join(heavy, 'large.js'), 'x'.repeat(3_000));
    writeFileSync(join(heavy, 'small.js'), 'x'.repeat(100));
    expect(weigh(heavy, 4).files.map(({ path }) => path)).toEqual(['large.js', 'small.js']);
    expect(() => weigh(heavy, 3)).toThrow(/weighs 4 KiB, its budget is 3 KiB[\s\S]*large\.js/);
  });
});

describe('what a source reads from beside itself', () => {
  it('goes along: files, folders and programs', async () => {
    const out = await bundled(
      `export const text = new URL('./text.txt', import.meta.url);
       export const folder = new URL('./steps/', import.meta.url);
       export const program = new URL('./worker.ts', import.meta.url);`,
      { 'text.txt': 'a text', 'steps/1/do.sql': 'SELECT 1', 'steps/1/whole.prisma': '', 'worker.ts': 'console.log(1)' },
    );
    const moved = join(folder, 'moved');
    cpSync(out, moved, { recursive: true });
    const { text, folder: steps, program } = (await import(join(moved, 'main.js'))) as Record<string, URL>;
    expect([text, new URL('1/do.sql', steps), program].map((url) => readFileSync(url as URL, 'utf8'))).toEqual([
      'a text',
      'SELECT 1',
      expect.stringContaining('console.log(1)'),
    ]);
    expect(readdirSync(moved, { recursive: true })).not.toContain('steps/1/whole.prisma');
  });

  it('ends the build when it cannot be told from the text', async () => {
    const source = `export const read = (name) => new URL(name, import.meta.url);`;
    await expect(bundled(source)).rejects.toThrow(/main\.ts: asks where it stands/);
  });
});

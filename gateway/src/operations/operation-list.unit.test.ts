import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BadConfig } from '@cartograph/config';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readOperationList } from './operation-list.ts';

const manifestOf = (...operations: { id: string; body: string }[]) =>
  JSON.stringify({
    format: 'apollo-persisted-query-manifest',
    version: 1,
    operations: operations.map((operation) => ({ name: 'List', type: 'query', ...operation })),
  });

describe('the list of published operations', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cartograph-manifests-'));
    await writeFile(join(folder, 'good.json'), manifestOf({ id: 'a', body: 'query List { a(b: "x y") }' }));
    await writeFile(join(folder, 'clash.json'), manifestOf({ id: 'a', body: 'query List { c }' }));
    await writeFile(join(folder, 'bad.json'), '{"format":"other"}');
    await writeFile(join(folder, 'text.json'), 'query List { a }');
  });
  afterAll(() => rm(folder, { recursive: true }));
  const read = (...names: string[]) => readOperationList(names.map((name) => join(folder, name)));

  it('knows an operation by its id and by its text, whose layout does not count and whose strings do', async () => {
    const list = await read('good.json', 'good.json');
    expect(list.bodyOf('a')).toBe('query List { a(b: "x y") }');
    expect(list.bodyOf('b')).toBeUndefined();
    expect(list.lists('query List {\n  a(b: "x y"),\n}')).toBe(true);
    for (const other of ['query List { a(b: "x  y") }', 'query Lis { a(b: "x y") }', '', '"', '{']) {
      expect([other, list.lists(other)]).toEqual([other, false]);
    }
  });

  it('lists nothing where nothing is published, not even the empty text', async () => {
    const list = await read();
    expect(['', '"', '{ a }'].map(list.lists)).toEqual([false, false, false]);
  });

  it.each([
    ['clash.json', /clash\.json gives operation "List" an id that another has/],
    ['bad.json', /PERSISTED_OPERATIONS_PATHS: .*bad\.json is not as it should be/],
    ['text.json', /text\.json is not JSON/],
    ['nowhere.json', /nowhere\.json/],
  ])('cannot be read with %s, and says why', async (name, complaint) => {
    const reading = read('good.json', name);
    await expect(reading).rejects.toThrow(complaint);
    await expect(reading).rejects.toBeInstanceOf(BadConfig);
  });
});

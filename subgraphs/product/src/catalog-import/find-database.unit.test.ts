import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findDatabase } from './find-database.ts';

describe('the database a catalogue is imported into', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cartograph-running-'));
    const running = { url: 'http://127.0.0.1:4000', databases: { product: 'postgres://running' } };
    await writeFile(join(folder, 'running.json'), JSON.stringify(running));
    await writeFile(join(folder, 'half.json'), '{"databases":{');
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each([
    ['postgres://set', 'running.json', 'postgres://set'],
    [undefined, 'running.json', 'postgres://running'],
    ['', 'running.json', 'postgres://running'],
    [undefined, 'half.json', null],
    [undefined, 'missing.json', null],
  ])('with PRODUCT_DATABASE_URL %s and %s is %s', async (configured, file, found) => {
    expect(await findDatabase(configured, join(folder, file))).toBe(found);
  });
});

import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aProduct, csv } from './support/csv.ts';
import { openShop, type Shop } from './support/open-shop.ts';

const program = fileURLToPath(new URL('../src/import-catalog.ts', import.meta.url));

describe('the command that imports a catalogue', () => {
  let shop: Shop;
  let folder: string;
  beforeAll(async () => {
    [shop, folder] = await Promise.all([openShop(), mkdtemp(join(tmpdir(), 'cartograph-import-'))]);
    await writeFile(join(folder, 'good.csv'), csv([aProduct({ handle: 'mug' }), aProduct({ handle: 'bowl' })]));
    await writeFile(
      join(folder, 'mixed.csv'),
      csv([aProduct({ handle: 'plate' }), aProduct({ handle: 'dear', price: 'free' })]),
    );
    await writeFile(join(folder, 'broken.csv'), 'Handle,Title\nmug,"never closed');
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
    await shop.close();
  });

  const start = (words: string[], databaseUrl = shop.url) => {
    const child = spawn(process.execPath, [program, ...words], {
      env: { INIT_CWD: folder, PRODUCT_DATABASE_URL: databaseUrl },
    });
    const said = { stdout: '', stderr: '' };
    child.stdout.on('data', (text) => {
      said.stdout += text;
    });
    child.stderr.on('data', (text) => {
      said.stderr += text;
    });
    const ended = new Promise<{ code: number | null } & typeof said>((resolve) => {
      child.on('close', (code) => resolve({ code, ...said }));
    });
    return { child, said, ended };
  };
  const run = (...words: string[]) => start(words).ended;

  it('imports files from where the person stands, and says what it did', async () => {
    expect(await run('good.csv')).toEqual({ code: 0, stdout: expect.stringContaining('2 of 2 products'), stderr: '' });
    expect(await run('good.csv')).toMatchObject({ code: 0, stdout: expect.stringContaining('2 as they were') });
  });

  it('refuses a bad product with its lines, imports the rest, and reports it to programs as well', async () => {
    const { code, stderr } = await run('mixed.csv', '--report', 'report.json');
    expect(code).toBe(1);
    expect(stderr).toContain('mixed.csv:3: dear refused:\n  line 3, Variant Price: "free" is no price');
    expect(JSON.parse(await readFile(join(folder, 'report.json'), 'utf8'))).toMatchObject({
      created: 1,
      refused: [{ file: 'mixed.csv', handle: 'dear', lines: [3, 3], reasons: [{ line: 3, code: 'INVALID_PRICE' }] }],
    });
    expect(await shop.rows("SELECT slug FROM product WHERE slug IN ('plate', 'dear')")).toEqual([{ slug: 'plate' }]);
  });

  it('writes nothing at all when one of the files cannot be read', async () => {
    await writeFile(join(folder, 'new.csv'), csv([aProduct({ handle: 'never-written' })]));
    const { code, stderr } = await run('new.csv', 'broken.csv', 'missing.csv');
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /broken\.csv:2: .*quote[\s\S]*missing\.csv: There is no such file\.\nNothing was imported\./,
    );
    expect(await shop.rows("SELECT slug FROM product WHERE slug = 'never-written'")).toEqual([]);
  });

  it.each([
    [[], 2, 'Name at least one file.'],
    [['--nonsense'], 2, '--nonsense'],
    [['good.csv', '--currency', 'XQQ'], 2, 'XQQ is not an ISO 4217 currency code.'],
  ])('explains itself for %j', async (words, code, sentence) => {
    const answer = await run(...words);
    expect(answer.code).toBe(code);
    expect(answer.stderr).toContain(sentence);
    expect(answer.stderr).toContain('Usage: pnpm catalog:import');
  });

  it('shows its usage on demand', async () => {
    expect(await run('--help')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('--report FILE'),
      stderr: '',
    });
  });

  it('names the cure when the database does not answer', async () => {
    const { code, stderr } = await start(['good.csv'], 'postgres://nobody:secret@127.0.0.1:9/none').ended;
    expect([code, stderr]).toEqual([2, expect.stringContaining('The database does not answer')]);
    expect(stderr).not.toContain('secret');
  });

  it('stops after the products in hand when it is interrupted', async () => {
    const rows = Array.from({ length: 3_000 }, (_, i) => aProduct({ handle: `many-${i}` }));
    await writeFile(join(folder, 'many.csv'), csv(rows));
    const { child, ended } = start(['many.csv']);
    const stored = async () => (await shop.rows("SELECT 1 FROM product WHERE slug LIKE 'many-%'")).length;
    while ((await stored()) < 20) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGINT');
    const { code, stdout } = await ended;
    expect(code).toBe(1);
    const [, done] = /^(\d+) of 3000 products .*Interrupted/m.exec(stdout) ?? [];
    expect(await stored()).toBe(Number(done));
    expect(Number(done)).toBeLessThan(3_000);
  });
});

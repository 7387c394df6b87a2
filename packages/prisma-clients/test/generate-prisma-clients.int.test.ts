import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { generatePrismaClients } from '../src/index.ts';

let root: string;

const writeSchema = async (model: string): Promise<void> => {
  const generator = 'generator client {\n  provider = "prisma-client"\n  output = "../../elsewhere"\n}';
  const datasource = 'datasource db {\n  provider = "postgresql"\n}';
  await mkdir(join(root, 'prisma/order'), { recursive: true });
  await writeFile(join(root, 'prisma/order/schema.prisma'), `${generator}\n${datasource}\n${model}\n`);
};

const models = (): Promise<string[]> => readdir(join(root, 'subgraphs/order/src/persistence/generated/models'));

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'cartograph-clients-'));
  await writeSchema('model Order {\n  id String @id\n}');
});

afterEach(() => rm(root, { recursive: true }));

describe('the Prisma clients', () => {
  it('are made once, and again only when their schema changes', async () => {
    expect(await generatePrismaClients(root)).toEqual(['order']);
    expect(await models()).toEqual(['Order.ts']);
    expect(await generatePrismaClients(root)).toEqual([]);
    await writeSchema('model Cart {\n  id String @id\n}');
    expect(await generatePrismaClients(root)).toEqual(['order']);
    expect(await models()).toEqual(['Cart.ts']);
  });

  it('cost a start next to nothing when they are up to date', async () => {
    await generatePrismaClients(root);
    const startedAt = performance.now();
    await generatePrismaClients(root);
    expect(performance.now() - startedAt).toBeLessThan(150);
  });

  it('are whole even when two processes make them at once', async () => {
    await Promise.all([generatePrismaClients(root), generatePrismaClients(root)]);
    expect(await models()).toEqual(['Order.ts']);
    expect(await readFile(join(root, 'subgraphs/order/src/persistence/generated/client.ts'), 'utf8')).toContain(
      'PrismaClient',
    );
    expect(await readdir(join(root, '.cartograph'))).toEqual([]);
  });

  it('are the same wherever they are made', async () => {
    await generatePrismaClients(root);
    const made = join(root, 'subgraphs/order/src/persistence/generated');
    const inside = (await readdir(made, { withFileTypes: true, recursive: true })).filter((entry) => entry.isFile());
    const texts = await Promise.all(inside.map(({ parentPath, name }) => readFile(join(parentPath, name), 'utf8')));
    expect(texts.filter((text) => text.includes(root))).toEqual([]);
    expect(texts.join('')).toContain('./generated');
  });

  it('stay as they were when a schema is wrong, and the error names the file and line', async () => {
    await generatePrismaClients(root);
    await writeSchema('model Order {');
    await expect(generatePrismaClients(root)).rejects.toThrow(/prisma\/order\/schema\.prisma[\s\S]*schema\.prisma:8/);
    expect((await stat(join(root, 'subgraphs/order/src/persistence/generated/client.ts'))).isFile()).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { diffSchemas } from './index.ts';

const schema = (fields: string): string => `
datasource db {
  provider = "postgresql"
}
model Product {
  id String @id
  ${fields}
}`;

describe('the step from one schema to the next', () => {
  it('is a whole schema for an empty database, without claiming the right to create the schema "public"', async () => {
    const sql = await diffSchemas({ from: null, to: schema('') });
    expect(sql).toContain('CREATE TABLE "Product"');
    expect(sql).not.toContain('CREATE SCHEMA');
  });

  it('is only what differs', async () => {
    const sql = await diffSchemas({ from: schema(''), to: schema('title String') });
    expect(sql).toMatch(/^-- AlterTable\nALTER TABLE "Product" ADD COLUMN +"title" TEXT NOT NULL;$/);
  });

  it('is empty when nothing differs', async () => {
    expect(await diffSchemas({ from: schema(''), to: schema('') })).toBe('');
  });

  it('is refused for a schema that Prisma does not understand, with the line', async () => {
    await expect(diffSchemas({ from: null, to: 'model Product {' })).rejects.toThrow('schema.prisma:1');
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Where each subgraph says what it holds of a person, and what an erasure does to it. */
const declared: Readonly<Record<string, readonly string[]>> = {
  product: ['subgraphs/product/src/persistence/personal-traces.ts'],
  order: ['subgraphs/order/src/persistence/personal-traces.ts'],
  payment: ['subgraphs/payment/src/persistence/personal-traces.ts'],
  user: [
    'subgraphs/user/src/persistence/people/held-of-person.ts',
    'subgraphs/user/src/persistence/people/erasable-accounts.ts',
  ],
};

/** Tables that name a person and are in no export or erasure, with the reason. */
const kept: Readonly<Record<string, string>> = {
  audit_entry: 'what staff did and why is kept as evidence; it names people by id alone',
  erased_person: 'the tombstone of somebody who was erased',
};

const namesPerson =
  /^(user|buyer|opener|customer|owner|author)Id$|email|phone|recipient|device|birth|passport|(^|[a-z])(ip|Ip)Address|fullName|firstName|lastName/i;

/** The tables of a Prisma schema that have a column by which a person could be known. */
const personalTables = (schema: string): string[] =>
  [...schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].flatMap(([, model = '', body = '']) => {
    const columns = [...body.matchAll(/^ {2}(\w+) +(?:String|Json|Bytes)/gm)].map(([, column = '']) => column);
    const table = /@@map\("(\w+)"\)/.exec(body)?.[1] ?? model;
    return columns.some((column) => namesPerson.test(column)) ? [table] : [];
  });

const undeclared = (schema: string, texts: readonly string[]): string[] =>
  personalTables(schema).filter(
    (table) => !Object.hasOwn(kept, table) && !texts.some((text) => new RegExp(`\\b${table}\\b`).test(text)),
  );

describe('what is held of people', () => {
  it.each(Object.entries(declared))('is exported and erased in every table of %s that names one', (subgraph, files) => {
    const schema = read(`prisma/${subgraph}/schema.prisma`);
    expect(personalTables(schema).length).toBeGreaterThan(0);
    expect(undeclared(schema, files.map(read))).toEqual([]);
  });

  it('is missed when a table is new and nobody said what becomes of it', () => {
    const planted = `${read('prisma/order/schema.prisma')}\nmodel Wish {\n  id String @id\n  buyerId String\n\n  @@map("wish")\n}\n`;
    expect(undeclared(planted, declared['order']?.map(read) ?? [])).toEqual(['wish']);
  });
});

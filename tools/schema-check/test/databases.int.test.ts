import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import '@cartograph/testing';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { checkDatabases } from '../src/databases/check-databases.ts';
import { readDatabases } from '../src/graph/read-databases.ts';
import { readWorkingTree } from '../src/trees/working-tree.ts';

const schema = `datasource db {
  provider = "postgresql"
}

model Thing {
  id       String  @id
  title    String
  position Int     @default(0)
  remark   String?

  @@index([title])
  @@map("thing")
}
`;
const sql = `CREATE TABLE "thing" (
  "id" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "position" INTEGER NOT NULL DEFAULT 0,
  "remark" TEXT,
  CONSTRAINT "thing_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "thing_title_idx" ON "thing" ("title");
`;
const beyondFile = 'prisma/shop/beyond-prisma.json';
const sqlFile = 'prisma/shop/migrations/20260101000000_first/migration.sql';
/** Of every kind one thing: a type and a default, a null, another index, a view, and what Prisma cannot say. */
const plantedSql = `${sql
  .replace('"position" INTEGER NOT NULL DEFAULT 0', '"position" BIGINT NOT NULL DEFAULT 1')
  .replace('"title" TEXT NOT NULL', '"title" TEXT')
  .replace('"remark" TEXT', '"remark" VARCHAR(20)')
  .replace('("title")', '("title", "position")')}
ALTER TABLE "thing" ADD CONSTRAINT thing_position_positive CHECK (position >= 0);
CREATE FUNCTION stay() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN OLD; END $$;
CREATE TRIGGER stays BEFORE DELETE ON "thing" FOR EACH ROW EXECUTE FUNCTION stay();
CREATE VIEW titles AS SELECT title FROM thing;
`;
const why = 'Prisma has no word for this, and it is needed.';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'cartograph-drift-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

/** What is found when the schema, the migration and the declared differences are these. */
const drift = async (now: { schema?: string; sql?: string; beyond?: unknown }) => {
  const files = {
    'prisma/shop/schema.prisma': now.schema ?? schema,
    [sqlFile]: now.sql ?? sql,
    [beyondFile]: JSON.stringify(now.beyond ?? []),
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  const tree = await readWorkingTree(root);
  const state = { files: tree.files, databases: readDatabases(tree.files) };
  const found = await checkDatabases(state, { superuserUrl: inject('superuserUrl'), root });
  return found.map(({ code, message, place }) => `${code} ${place?.file}:${place?.line} ${message}`);
};
const file = 'prisma/shop/schema.prisma';

describe('what the migrations make on a real PostgreSQL, against what the Prisma schema says', () => {
  it('is told for each kind of thing that was planted on one side only or otherwise, at the line that names it', async () => {
    const thing = (name: string) => expect.stringMatching(`^DATABASE_DRIFT prisma/shop/\\S+:[1-9]\\d* .*${name}`);
    const planted = {
      schema: `${schema}\nmodel Other {\n  id String @id\n}\n`,
      sql: plantedSql,
      beyond: [
        { why, adds: ['trigger thing.stays', 'index thing.never_made'] },
        { why, differs: { 'column thing.remark': 'character varying(20)' } },
      ],
    };
    expect(await drift(planted)).toEqual([
      thing('the migrations make column thing.position \\(bigint NOT NULL DEFAULT 1\\)'),
      thing('the migrations make column thing.title \\(text\\)'),
      thing(`the migrations make constraint thing.thing_position_positive \\(CHECK .*, of which ${file} says nothing`),
      thing('the migrations make function stay '),
      thing('the migrations make index thing.thing_title_idx'),
      thing(`${file} says table Other .*, which no migration makes`),
      thing('the migrations make view titles'),
      `DIFFERENCE_GONE ${beyondFile}:1 ${beyondFile} declares index thing.never_made, which is no difference`,
    ]);
  });

  it('is told at the migration that PostgreSQL refuses', async () => {
    expect(await drift({ sql: `${sql}ALTER TABLE "nowhere" ADD COLUMN "x" TEXT;` })).toEqual([
      expect.stringMatching(
        `^MIGRATION_FAILS ${sqlFile}:1 Migration 20260101000000_first failed .*No such table: nowhere`,
      ),
    ]);
  });
});

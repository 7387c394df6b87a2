import type { DiffTarget } from '@prisma/schema-engine-wasm/schema_engine_bg';
import { detachedAdapter } from './detached-adapter.ts';
import { openSchemaEngine } from './schema-engine.ts';

export interface SchemaChange {
  /** Prisma schema the database has now; `null` for an empty database. */
  from: string | null;
  /** Prisma schema the database should have. */
  to: string;
}

/**
 * The SQL script that takes a PostgreSQL database from one Prisma schema to another; empty when nothing differs.
 * What Prisma's language cannot say (CHECK constraints, partial indexes) is not in it: add that by hand.
 */
export const diffSchemas = async ({ from, to }: SchemaChange): Promise<string> => {
  const engine = await openSchemaEngine(detachedAdapter());
  try {
    const { stdout } = await engine.diff({
      from: from === null ? { tag: 'empty' } : datamodel(from),
      to: datamodel(to),
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    return onlyStatements(stdout ?? '');
  } finally {
    engine.free();
  }
};

const datamodel = (content: string): DiffTarget => ({
  tag: 'schemaDatamodel',
  files: [{ path: 'schema.prisma', content }],
});

// PostgreSQL checks the right to create a schema before it sees that "public" exists, and our roles do not have it.
const createPublicSchema = /-- CreateSchema\nCREATE SCHEMA IF NOT EXISTS "public";\n\n?/;
const emptyMigration = '-- This is an empty migration.';

const onlyStatements = (script: string): string =>
  script.replace(createPublicSchema, '').replace(emptyMigration, '').trim();

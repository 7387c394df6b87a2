import { diffSchemas } from '@cartograph/migrations';
import type { Finding } from '../finding.ts';
import type { DatabaseFiles, GraphState, MigrationFile } from '../graph/graph-state.ts';
import { checkHistory } from './check-history.ts';
import { checkSql } from './check-sql.ts';
import { largeTables } from './large-tables.ts';

/** The migrations of every database: they make its schema, keep their history, and are safe next to deployed code. */
export const checkMigrations = async (before: GraphState, after: GraphState): Promise<Finding[]> => {
  const large = largeTables(after.files);
  const found = after.databases.map(async (database) => {
    const earlier = before.databases.find(({ name }) => name === database.name);
    const added = addedMigrations(earlier, database);
    const isLarge = (table: string) => large.get(database.name)?.has(table) ?? false;
    return [
      ...(await checkDrift(database)),
      ...checkHistory(earlier, database),
      ...(await Promise.all(added.map((migration) => checkSql({ database, earlier, migration, isLarge })))).flat(),
    ];
  });
  return (await Promise.all(found)).flat();
};

const addedMigrations = (earlier: DatabaseFiles | undefined, { migrations }: DatabaseFiles): MigrationFile[] => {
  const known = new Set(earlier?.migrations.map(({ name }) => name));
  return migrations.filter(({ name }) => !known.has(name));
};

/** The schema is the one that the newest migration was written for. */
const checkDrift = async ({ name, file, schema, migrations }: DatabaseFiles): Promise<Finding[]> => {
  const newest = migrations.at(-1);
  const from = newest === undefined ? null : newest.schema;
  if (newest !== undefined && from === null) return [withoutCopy(name, newest)];
  // The engine takes a tenth of a second; the texts are nearly always the same.
  if (from === schema) return [];
  const missing = await diffSchemas({ from, to: schema });
  return missing === '' ? [] : [drifted(name, file, missing)];
};

const drifted = (subgraph: string, file: string, sql: string): Finding => ({
  check: 'migrations',
  code: 'SCHEMA_DRIFT',
  severity: 'error',
  message: `${file} says what no migration makes: ${firstStatements(sql)}`,
  subgraph,
  place: { file, line: 1 },
  cure: `Run \`pnpm migrations:new ${subgraph} <what_changes>\` and commit what it writes.`,
});

const firstStatements = (sql: string): string =>
  sql
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('--'))
    .slice(0, 3)
    .join(' ');

const withoutCopy = (subgraph: string, { name, file }: MigrationFile): Finding => ({
  check: 'migrations',
  code: 'SCHEMA_COPY_MISSING',
  severity: 'error',
  message: `Beside ${name} lies no schema.prisma: whether the migrations make the schema cannot be told`,
  subgraph,
  place: { file, line: 1 },
  cure: 'Write migrations by `pnpm migrations:new`, which puts the schema as of then beside them.',
});

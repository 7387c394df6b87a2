import type { Finding } from '../finding.ts';
import type { DatabaseFiles, MigrationFile } from '../graph/graph-state.ts';
import { allowancesOf } from './allowances.ts';
import { judgeStatement } from './judge-statement.ts';
import { usedTables } from './prisma-tables.ts';
import { readStatements, type Statement } from './read-statements.ts';
import type { Risk, Surroundings } from './statement-risk.ts';

export interface NewMigration {
  database: DatabaseFiles;
  /** The database as it is deployed; none for a new one. */
  earlier: DatabaseFiles | undefined;
  migration: MigrationFile;
  isLarge: (table: string) => boolean;
}

/** What the statements of a new migration risk on a database that is in use. */
export const checkSql = async ({ database, earlier, migration, isLarge }: NewMigration): Promise<Finding[]> => {
  const statements = await statementsOf(migration);
  if (statements instanceof Error) return [findingOf(database, migration, { risk: unreadable(statements), line: 1 })];
  // Nobody uses a database that is new.
  if (earlier === undefined) return [];
  const used = usedTables(earlier.schema);
  const around: Surroundings = {
    newTables: new Set(statements.flatMap(createdTable)),
    isLarge,
    isUsed: (table, column) => used.has(table) && (column === undefined || used.get(table)?.has(column) === true),
    statements: statements.length,
  };
  const allowed = allowancesOf(migration.sql);
  return statements.flatMap(({ node, line }) =>
    judgeStatement(node, around)
      .filter(({ code }) => !allowed.has(code))
      .map((risk) => findingOf(database, migration, { risk, line })),
  );
};

const statementsOf = async ({ sql }: MigrationFile): Promise<Statement[] | Error> => {
  try {
    return await readStatements(sql);
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
};

const createdTable = ({ node }: Statement): string[] =>
  'CreateStmt' in node && node.CreateStmt.relation?.relname ? [node.CreateStmt.relation.relname] : [];

const unreadable = ({ message }: Error): Risk => ({
  code: 'SQL_UNREADABLE',
  severity: 'error',
  message: `is not SQL that PostgreSQL reads: ${message}`,
  cure: 'Correct the statement.',
});

const findingOf = (
  { name: subgraph }: DatabaseFiles,
  { name, file }: MigrationFile,
  { risk, line }: { risk: Risk; line: number },
): Finding => ({
  check: 'migrations',
  code: risk.code,
  severity: risk.severity,
  message: `${name} ${risk.message}`,
  subgraph,
  place: { file, line },
  cure: risk.cure,
});

import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type DatabaseSpec, ensureDatabases } from '@cartograph/local-cloud';
import { applyMigrations, diffSchemas, MigrationError } from '@cartograph/migrations';
import pg from 'pg';
import type { Finding } from '../finding.ts';
import type { DatabaseFiles, GraphState } from '../graph/graph-state.ts';
import { readBeyondPrisma } from './beyond-prisma.ts';
import { compareDescriptions } from './compare-descriptions.ts';
import { describeDatabase } from './describe-database.ts';
import { driftFinding } from './drift-findings.ts';

export interface Server {
  /** Connects as a role that may make databases. */
  superuserUrl: string;
  /** The folder in which prisma/<database>/migrations lies. */
  root: string;
}

/**
 * Whether the migrations make what the schemas say: for each database two are made on a real server, one by its migrations
 * and one from its schema, and their catalogues are compared. They are dropped afterwards.
 */
export const checkDatabases = async (
  { databases, files }: Pick<GraphState, 'databases' | 'files'>,
  server: Server,
): Promise<Finding[]> => {
  const found: Finding[] = [];
  for (const database of databases) found.push(...(await checkDatabase(database, files, server)));
  return found;
};

const checkDatabase = async (
  database: DatabaseFiles,
  files: ReadonlyMap<string, string>,
  { superuserUrl, root }: Server,
): Promise<Finding[]> => {
  const specs = ['made', 'said'].map((which) => freshDatabase(`check_${database.name}_${which}`));
  const urls = await ensureDatabases(superuserUrl, specs);
  const [made = '', said = ''] = specs.map(({ name }) => urls[name] ?? '');
  try {
    await applyMigrations({ databaseUrl: made, migrationsDir: join(root, 'prisma', database.name, 'migrations') });
    await execute(said, [await diffSchemas({ from: null, to: database.schema })]);
    const beyond = readBeyondPrisma(files, database.name);
    const [madeOf, saidOf] = await Promise.all([describeDatabase(made), describeDatabase(said)]);
    return compareDescriptions({ made: madeOf, said: saidOf, beyond }).map((each) => driftFinding(database, each));
  } catch (error) {
    if (error instanceof MigrationError) return [failing(database, error)];
    throw error;
  } finally {
    const drops = specs.map(({ name }) => [`DROP DATABASE "${name}" WITH (FORCE)`, `DROP ROLE "${name}"`]);
    await execute(superuserUrl, drops.flat());
  }
};

const freshDatabase = (prefix: string): DatabaseSpec => {
  const name = `${prefix}_${randomBytes(6).toString('hex')}`;
  return { name, role: name, password: randomBytes(12).toString('hex') };
};

/** Each by itself: a database cannot be dropped among other statements. */
const execute = async (url: string, statements: readonly string[]): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
};

const failing = ({ name: subgraph, file, migrations }: DatabaseFiles, { message }: MigrationError): Finding => {
  const migration = migrations.find(({ name }) => message.includes(name));
  return {
    check: 'migrations',
    code: 'MIGRATION_FAILS',
    severity: 'error',
    message: message.split('\n')[0] ?? message,
    subgraph,
    place: { file: migration?.file ?? file, line: 1 },
    cure: 'Correct its migration.sql: on an empty database every migration must run through.',
  };
};

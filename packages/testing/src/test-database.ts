import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { SubgraphName } from '@cartograph/events';
import { ensureDatabases } from '@cartograph/local-cloud';
import { applyMigrations } from '@cartograph/migrations';
import pg from 'pg';
import { inject } from 'vitest';
import './provided.ts';

export type TestDatabase = {
  /** Connection string of the role that owns the database. */
  url: string;
  drop: () => Promise<void>;
};

/** A fresh, migrated database of that subgraph on the run's PostgreSQL: each test file makes its own. */
export const createTestDatabase = async (subgraph: SubgraphName): Promise<TestDatabase> => {
  const superuserUrl = inject('superuserUrl');
  const name = `${subgraph}_${randomBytes(6).toString('hex')}`;
  const urls = await ensureDatabases(superuserUrl, [{ name, role: name, password: randomBytes(12).toString('hex') }]);
  const url = urls[name];
  if (!url) throw new Error('the database was not made');
  const migrationsDir = fileURLToPath(new URL(`../../../prisma/${subgraph}/migrations`, import.meta.url));
  await applyMigrations({ databaseUrl: url, migrationsDir });
  return { url, drop: () => dropDatabase(superuserUrl, name) };
};

const dropDatabase = async (superuserUrl: string, name: string): Promise<void> => {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`);
    await client.query(`DROP ROLE IF EXISTS ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
};

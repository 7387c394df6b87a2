import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { applyMigrations, MigrationError } from '../src/index.ts';

let databaseUrl: string;
let migrationsDir: string;
let superuser: pg.Client;

const writeMigration = async (name: string, sql: string): Promise<void> => {
  await mkdir(join(migrationsDir, name), { recursive: true });
  await writeFile(join(migrationsDir, name, 'migration.sql'), sql);
};

const tables = async (): Promise<string[]> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const sql = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '\\_%' ORDER BY 1";
  const { rows } = await client.query<{ tablename: string }>(sql);
  await client.end();
  return rows.map(({ tablename }) => tablename);
};

beforeEach(async () => {
  const superuserUrl = inject('superuserUrl');
  const name = `migrations_${process.pid}_${Date.now()}`;
  superuser = new pg.Client({ connectionString: superuserUrl });
  await superuser.connect();
  await superuser.query(`CREATE DATABASE ${name}`);
  databaseUrl = Object.assign(new URL(superuserUrl), { pathname: `/${name}` }).href;
  migrationsDir = await mkdtemp(join(tmpdir(), 'cartograph-migrations-'));
  await writeMigration('20260101000000_products', 'CREATE TABLE product (id int PRIMARY KEY);');
});

afterEach(async () => {
  await superuser.query(`DROP DATABASE ${new URL(databaseUrl).pathname.slice(1)} WITH (FORCE)`);
  await superuser.end();
  await rm(migrationsDir, { recursive: true });
});

describe('applying migrations', () => {
  it('applies what the database has not seen, in order, and then nothing', async () => {
    await writeMigration('20260102000000_variants', 'ALTER TABLE product ADD COLUMN title text;');
    expect(await applyMigrations({ databaseUrl, migrationsDir })).toEqual([
      '20260101000000_products',
      '20260102000000_variants',
    ]);
    expect(await applyMigrations({ databaseUrl, migrationsDir })).toEqual([]);
  });

  it('takes function bodies whole, semicolons and all', async () => {
    const body = 'BEGIN PERFORM 1; RETURN NEW; END';
    await writeMigration(
      '20260102000000_trigger',
      `CREATE FUNCTION f() RETURNS trigger AS $$ ${body}; $$ LANGUAGE plpgsql;`,
    );
    expect(await applyMigrations({ databaseUrl, migrationsDir })).toContain('20260102000000_trigger');
  });

  it('leaves nothing of a migration that fails, says why, and goes on once it is mended', async () => {
    await writeMigration('20260102000000_orders', 'CREATE TABLE half (id int); CREATE TABLE orders (id nonsense);');
    const failure = applyMigrations({ databaseUrl, migrationsDir });
    await expect(failure).rejects.toThrow(
      /20260102000000_orders failed and changed nothing: .*"nonsense" does not exist/,
    );
    expect(await tables()).toEqual(['product']);
    await writeMigration('20260102000000_orders', 'CREATE TABLE orders (id int);');
    expect(await applyMigrations({ databaseUrl, migrationsDir })).toEqual(['20260102000000_orders']);
    expect(await tables()).toEqual(['orders', 'product']);
  });

  it('refuses a database whose last migration was interrupted', async () => {
    await applyMigrations({ databaseUrl, migrationsDir });
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    await client.query('UPDATE _prisma_migrations SET finished_at = NULL');
    await client.end();
    await expect(applyMigrations({ databaseUrl, migrationsDir })).rejects.toThrow(
      /20260101000000_products was interrupted/,
    );
  });

  it('refuses a migration that was edited after it had been applied', async () => {
    await applyMigrations({ databaseUrl, migrationsDir });
    await writeMigration('20260101000000_products', 'CREATE TABLE product (id bigint PRIMARY KEY);');
    await expect(applyMigrations({ databaseUrl, migrationsDir })).rejects.toBeInstanceOf(MigrationError);
  });

  it('lets two processes that start together apply each migration once', async () => {
    const other = `${migrationsDir}-other`;
    await cp(migrationsDir, other, { recursive: true });
    const both = await Promise.all([
      applyMigrations({ databaseUrl, migrationsDir }),
      applyMigrations({ databaseUrl, migrationsDir: other }),
    ]);
    await rm(other, { recursive: true });
    expect(both.flat()).toEqual(['20260101000000_products']);
  });

  it('names the database server that does not answer', async () => {
    const target = { databaseUrl: 'postgresql://nobody@127.0.0.1:1/none', migrationsDir };
    await expect(applyMigrations(target)).rejects.toThrow('127.0.0.1:1');
  });
});

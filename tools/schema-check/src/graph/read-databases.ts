import type { DatabaseFiles, MigrationFile } from './graph-state.ts';
import { matching } from './matching-files.ts';

/** The databases with their migrations, as the files of a tree say. */
export const readDatabases = (files: ReadonlyMap<string, string>): DatabaseFiles[] =>
  matching(files, /^prisma\/([^/]+)\/schema\.prisma$/).map(({ names: [name = ''], file, text }) => ({
    name,
    file,
    schema: text,
    migrations: readMigrations(files, name),
  }));

const readMigrations = (files: ReadonlyMap<string, string>, database: string): MigrationFile[] =>
  matching(files, new RegExp(`^prisma/${database}/migrations/([^/]+)/migration\\.sql$`))
    .map(({ names: [name = ''], file, text }) => ({
      name,
      file,
      sql: text,
      schema: files.get(`prisma/${database}/migrations/${name}/schema.prisma`) ?? null,
    }))
    .sort((a, b) => a.name.localeCompare(b.name));

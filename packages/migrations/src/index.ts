export { applyMigrations, MigrationError, type MigrationTarget } from './apply-migrations.ts';
export { diffSchemas, type SchemaChange } from './diff-schemas.ts';
export { migrationNames } from './migration-list.ts';

export { applyMigrations } from '@cartograph/migrations';

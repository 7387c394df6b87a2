import { fileURLToPath } from 'node:url';

export { freePort, isPortFree } from './free-port.ts';
export { type Log, silentLog } from './log.ts';
export type { LocalCloud, LocalCloudOptions } from './open-local-cloud.ts';
export { type DatabaseSpec, databaseUrl, ensureDatabases } from './postgres/ensure-databases.ts';
export { type PostgresOptions, type RunningPostgres, startPostgres } from './postgres/start-postgres.ts';
export { startLocalCloud } from './start-local-cloud.ts';

/**
 * The program that runs EventBridge and SQS as a process of its own: start it with node and the environment of
 * src/config.ts; it prints `{"msg":"ready","eventBridgeUrl":…,"sqsUrl":…}` when it serves, and ends on SIGTERM with 0.
 */
export const localCloudProgram: string = fileURLToPath(new URL('./main.ts', import.meta.url));

import { PrismaPg } from '@prisma/adapter-pg';
import { DriverAdapterError, type SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import pg from 'pg';

/**
 * Prisma's adapter for PostgreSQL, except that a migration's script goes to the server as one message. Prisma's own
 * splits it at every semicolon, which breaks function bodies and leaves half a migration behind when a statement fails;
 * PostgreSQL runs the statements of one message as one transaction.
 */
export const migratingAdapter = (pool: pg.Pool): SqlMigrationAwareDriverAdapterFactory => {
  const prismaPg = new PrismaPg(pool);
  const connect = async () => {
    const adapter = await prismaPg.connect();
    adapter.executeScript = async (script) => {
      await pool.query(script).catch(rethrowForEngine);
    };
    return adapter;
  };
  return {
    adapterName: prismaPg.adapterName,
    provider: prismaPg.provider,
    connect,
    connectToShadowDb: () => prismaPg.connectToShadowDb(),
  };
};

/** The engine passes on the message of an error only when the error comes in its own shape. */
const rethrowForEngine = (error: unknown): never => {
  if (!(error instanceof pg.DatabaseError)) throw error;
  throw new DriverAdapterError({
    kind: 'postgres',
    code: error.code ?? 'XX000',
    severity: error.severity ?? 'ERROR',
    message: error.message,
    detail: error.detail,
    column: error.column,
    hint: error.hint,
  });
};

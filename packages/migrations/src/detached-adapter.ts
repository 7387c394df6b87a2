import {
  ColumnTypeEnum,
  mockMigrationAwareAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlResultSet,
} from '@prisma/driver-adapter-utils';

/**
 * Stands in for a database where the schema engine only compares two schema texts: the engine asks for the server's
 * version when it opens, before it is told that no database is needed. Any later statement is refused.
 */
export const detachedAdapter = (): SqlMigrationAwareDriverAdapterFactory => {
  const refusing = mockMigrationAwareAdapterFactory('postgres');
  const connect = async (): Promise<SqlDriverAdapter> => {
    const adapter = await refusing.connect();
    return { ...adapter, queryRaw: async () => openingAnswer, dispose: async () => {} };
  };
  return { ...refusing, connect };
};

const openingAnswer: SqlResultSet = {
  columnNames: ['exists', 'version', 'numeric_version'],
  columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
  rows: [[true, 'PostgreSQL 18.0', 180_000]],
};

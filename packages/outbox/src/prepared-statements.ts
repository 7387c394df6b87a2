const names = new Map<string, string>();

/**
 * Marks a statement as one that PostgreSQL parses and plans once a connection, under this name. For texts that are
 * constants, return no rows and run with every event: a text that varies would fill each connection with plans, and a
 * result whose columns a migration changes breaks a prepared SELECT.
 */
export const prepared = (name: string, sql: string): string => {
  names.set(sql, name);
  return sql;
};

/** For `new PrismaPg(pool, preparedStatements)`: by itself Prisma has every statement parsed and planned each time. */
export const preparedStatements = {
  /** An empty name is none: the driver sends the statement unprepared. */
  statementNameGenerator: ({ sql }: { readonly sql: string }): string => names.get(sql) ?? '',
};

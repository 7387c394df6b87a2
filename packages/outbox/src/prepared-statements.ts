/** A text that has come so often is worth a plan on each connection. */
const wantedAfter = 3;
/** Each connection keeps each plan, some 20 KB: what comes after these is sent as it is. */
const mostNames = 250;
/** Texts that are counted and have no name yet; those that vary (lists of another length) go out again at the old end. */
const mostCounted = 500;
const longest = 8_192;

/**
 * Gives statements that come again and again a name, under which PostgreSQL parses and plans them once a connection:
 * by itself Prisma has each parsed and planned every time. Bounded, however many texts there are.
 */
export const createStatementNames = (): ((statement: { readonly sql: string }) => string) => {
  const names = new Map<string, string>();
  const counted = new Map<string, number>();
  return ({ sql }) => {
    const name = names.get(sql);
    if (name !== undefined) return name;
    if (names.size >= mostNames || sql.length > longest || hasStar(sql)) return unprepared;
    const times = (counted.get(sql) ?? 0) + 1;
    counted.delete(sql);
    if (times >= wantedAfter) {
      const given = `s${names.size}`;
      names.set(sql, given);
      return given;
    }
    counted.set(sql, times);
    if (counted.size > mostCounted) counted.delete(counted.keys().next().value ?? '');
    return unprepared;
  };
};

/** The driver sends a statement without a name as it is. */
const unprepared = '';

/**
 * Whether its columns are those that the table happens to have: a migration that adds one would break it on every
 * connection that has prepared it ("cached plan must not change result type").
 */
const hasStar = (sql: string): boolean => /(\bselect|\bdistinct|\breturning|,|\.)\s*\*/i.test(sql);

/** For `new PrismaPg(pool, preparedStatements)`. */
export const preparedStatements = { statementNameGenerator: createStatementNames() };

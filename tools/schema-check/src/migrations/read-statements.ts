import { loadModule, type Node, parseSync } from 'libpg-query';

/** One statement of a migration, as PostgreSQL's own parser reads it. */
export interface Statement {
  node: Node;
  line: number;
  text: string;
}

/** The statements of an SQL script. Throws PostgreSQL's own syntax error. */
export const readStatements = async (sql: string): Promise<Statement[]> => {
  await loadModule();
  const bytes = Buffer.from(sql, 'utf8');
  return (parseSync(sql).stmts ?? []).flatMap(({ stmt, stmt_location: location = 0, stmt_len: length }) => {
    if (stmt === undefined) return [];
    const whole = bytes.subarray(location, length === undefined ? undefined : location + length).toString('utf8');
    const text = withoutLeadingComments(whole);
    const before = bytes.subarray(0, location).toString('utf8') + whole.slice(0, whole.length - text.length);
    return [{ node: stmt, line: before.split('\n').length, text: text.trim() }];
  });
};

const withoutLeadingComments = (text: string): string => text.replace(/^(\s+|--[^\n]*\n|\/\*[\s\S]*?\*\/)+/, '');

/** What a statement is called and how it reads without a value in it. */
export type StatementShape = {
  /** Such as SELECT; the first word of what the statement does. */
  readonly operation: string;
  /** The operation and its tables, such as `SELECT order_line order`: few different ones, fit for a name. */
  readonly summary: string;
  /** The text with every literal replaced by `?` and lists of parameters made one; cut when it is long. */
  readonly text: string;
};

const mostKnown = 1_000;
const longestText = 1_000;
const mostTables = 3;

const known = new Map<string, StatementShape>();

/**
 * The shape of a statement. Its parameters are never seen here, and a literal that stands in the text (a string, a number,
 * a quoted body, a comment) is left out: what is shown is what the author of the code wrote, and nothing of the data.
 */
export const shapeOf = (sql: string): StatementShape => {
  const found = known.get(sql);
  if (found) return found;
  const shape = readShape(sql);
  // Texts of one kind may differ without end, by how many values a list has: begin anew rather than grow.
  if (known.size >= mostKnown) known.clear();
  known.set(sql, shape);
  return shape;
};

/** Comments, quoted texts with and without escapes, dollar quotes, quoted names (kept), parameters (kept), numbers. */
const tokens =
  /--[^\n]*|\/\*[\s\S]*?\*\/|[eE]'(?:\\[\s\S]|''|[^'\\])*'|'(?:''|[^'])*'|\$(\w*)\$[\s\S]*?\$\1\$|"(?:""|[^"])*"|\$\d+|\b\d[\w.]*/g;

const readShape = (sql: string): StatementShape => {
  const text = sql
    .replace(tokens, (token) => {
      if (token.startsWith('--') || token.startsWith('/*')) return ' ';
      return token.startsWith('"') || /^\$\d+$/.test(token) ? token : '?';
    })
    .replace(/\s+/g, ' ')
    .replace(/((?:\?|\$\d+)(?:::[\w[\]]+)?)(?: ?, ?(?:\?|\$\d+)(?:::[\w[\]]+)?)+/g, '$1, ...')
    .trim();
  const operation = operationOf(text);
  const tables = tablesIn(text);
  return { operation, summary: [operation, ...tables].join(' '), text: text.slice(0, longestText) };
};

/** A statement that begins with its common table expressions does what stands behind them, as far as a glance can tell. */
const operationOf = (text: string): string => {
  const first = /^\W*([a-z]+)/i.exec(text)?.[1]?.toUpperCase() ?? 'QUERY';
  if (first !== 'WITH') return first;
  return (
    /\b(INSERT|UPDATE|DELETE)\b/i.exec(text.replace(/\bFOR (NO KEY )?UPDATE\b/gi, ''))?.[1]?.toUpperCase() ?? 'SELECT'
  );
};

/** `name AS (`, behind WITH. */
const commonTable = /(?:\bWITH (?:RECURSIVE )?|, ?)("?\w+"?)(?: ?\([^)]*\))? AS (?:NOT )?(?:MATERIALIZED )?\(/gi;

/** A name behind FROM and its like that is no function's, and no word of a lock. */
const tableName =
  /\b(?:FROM|JOIN|INTO|UPDATE) (?:ONLY )?(?!SKIP\b|SET\b|OF\b|NOWAIT\b|LATERAL\b)((?:"?\w+"?\.)?"?\w+"?)(?![\w"(.])/gi;

const tablesIn = (text: string): string[] => {
  const found = new Set<string>();
  const common = new Set([...text.matchAll(commonTable)].map(([, name = '']) => name));
  for (const [, name = ''] of text.replace(/\bextract ?\(\w+ FROM /gi, '').matchAll(tableName)) {
    const table = name.replaceAll('"', '').replace(/^public\./, '');
    if (!common.has(name) && found.size < mostTables) found.add(table);
  }
  return [...found];
};

/** Which tables and columns the code of a Prisma schema reads and writes: table -> its columns. */
export type UsedTables = ReadonlyMap<string, ReadonlySet<string>>;

const block = /^(?:model|view)\s+(\w+)\s*\{([\s\S]*?)^\}/gm;
const scalars = new Set(['String', 'Boolean', 'Int', 'BigInt', 'Float', 'Decimal', 'DateTime', 'Json', 'Bytes']);

/**
 * Reads the tables of a Prisma schema. What is marked `@ignore` or `@@ignore` is not there for the client: that is how a column
 * leaves the code before it leaves the database.
 */
export const usedTables = (schema: string): UsedTables => {
  const enums = new Set([...schema.matchAll(/^enum\s+(\w+)/gm)].map(([, name]) => name));
  const tables = [...schema.matchAll(block)].flatMap(([, model = '', body = '']) => {
    if (/^\s*@@ignore\b/m.test(body)) return [];
    const table = /@@map\("([^"]+)"\)/.exec(body)?.[1] ?? model;
    const columns = body.split('\n').flatMap((line) => columnOf(line, enums));
    return [[table, new Set(columns)] as const];
  });
  return new Map(tables);
};

const columnOf = (line: string, enums: ReadonlySet<string | undefined>): string[] => {
  const [, field, type] = /^\s*(\w+)\s+(\w+|Unsupported\("[^"]*"\))(?:\[\]|\?)*(?:\s|$)/.exec(line) ?? [];
  if (field === undefined || type === undefined || /@ignore\b/.test(line)) return [];
  if (!scalars.has(type) && !enums.has(type) && !type.startsWith('Unsupported')) return [];
  return [/@map\("([^"]+)"\)/.exec(line)?.[1] ?? field];
};

type Cell = string | number;

const text = (cell: Cell | undefined): string =>
  typeof cell === 'number' ? cell.toLocaleString('en-GB') : (cell ?? '').replaceAll(/\s+/g, ' ');

/** A plain table: columns by the keys of the first row, numbers to the right; `empty` when there are no rows. */
export const table = (rows: readonly Readonly<Record<string, Cell>>[], empty = ''): string => {
  const [first] = rows;
  if (!first) return empty;
  const names = Object.keys(first);
  const isNumber = (name: string) => rows.every((row) => typeof row[name] === 'number');
  const columns = names.map((name) => ({
    name,
    width: Math.max(name.length, ...rows.map((row) => text(row[name]).length)),
    isNumber: isNumber(name),
  }));
  const line = (of: (name: string) => string) =>
    columns
      .map(({ name, width, isNumber: isRight }) => (isRight ? of(name).padStart(width) : of(name).padEnd(width)))
      .join('  ')
      .trimEnd();
  return [line((name) => name), ...rows.map((row) => line((name) => text(row[name])))].join('\n');
};
